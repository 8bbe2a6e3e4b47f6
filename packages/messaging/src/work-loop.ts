import { backoffMs } from "./backoff.ts";

export type WorkLoop = {
  /** There may be work: look now. During a pause after an error it waits for the end of that pause. */
  wake(): void;
  /** The latest error while it still stands, else null. */
  lastError(): string | null;
  /** Starts no further step and resolves when the running one has ended. */
  stop(): Promise<void>;
};

/**
 * Runs `step` until it answers 0, then again when woken or after `everyMs` (wake-ups are hints and may be lost).
 * Errors are told to `onError` and followed by a pause that grows to ten seconds; the loop itself never ends by one.
 */
export function startWorkLoop({
  step,
  everyMs = 1_000,
  onError,
}: {
  step: () => Promise<number>;
  everyMs?: number;
  onError: (error: unknown) => void;
}): WorkLoop {
  let stopping = false;
  let woken = false;
  let failures = 0;
  let lastError: string | null = null;
  let endPause = () => {};

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async () => {
    while (!stopping) {
      woken = false;
      try {
        const done = await step();
        failures = 0;
        lastError = null;
        if (done === 0 && !woken && !stopping) await pause(everyMs);
      } catch (error) {
        lastError = error instanceof Error ? error.message : String(error);
        onError(error);
        if (!stopping) await pause(backoffMs(failures));
        failures += 1;
      }
    }
  };
  const ended = run();

  return {
    wake: () => {
      woken = true;
      if (failures === 0 && lastError === null) endPause();
    },
    lastError: () => lastError,
    stop: () => {
      stopping = true;
      endPause();
      return ended;
    },
  };
}
