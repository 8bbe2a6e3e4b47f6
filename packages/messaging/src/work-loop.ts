import { backoffMs } from "./backoff.ts";
import { errorWords } from "./permanent-error.ts";

/** Events move again within five seconds of a database's return: the pause begun just before it must be over by then. */
const longestPauseMs = 4_000;

export type WorkLoop = {
  /** There may be work: look now. During a pause after an error it waits for the end of that pause. */
  wake(): void;
  /** The latest error while it still stands, else null. */
  lastError(): string | null;
  /** True when every step of the last minute has failed, and by this side's own fault. */
  isStuck(): boolean;
  /** Starts no further step and resolves when the running one has ended. */
  stop(): Promise<void>;
};

/** A restart of the database takes seconds, and so do the pauses after errors: longer is no hiccup any more. */
const stuckAfterMs = 60_000;

/**
 * After a step that did less than it may do at once, there is rarely more. The next look, which makes sure, can wait
 * for so long: whoever has news wakes the loop, and finds it free rather than busy looking at nothing.
 */
const breathMs = 25;

/**
 * Runs `step` until it answers 0, then again when woken or after `everyMs` (wake-ups are hints and may be lost). With
 * `fullStep`, a step that did less takes a breath first.
 * Errors are told to `onError` and followed by a pause that grows to {@link longestPauseMs}; the loop itself never ends
 * by one.
 */
export function startWorkLoop({
  step,
  everyMs = 1_000,
  fullStep = 1,
  onError,
  isOwnFault = () => true,
}: {
  step: () => Promise<number>;
  everyMs?: number;
  /** What a step does at most. */
  fullStep?: number;
  onError: (error: unknown) => void;
  /** False for an error that is somebody else's to end, such as a database of the other side that is away. */
  isOwnFault?: (error: unknown) => boolean;
}): WorkLoop {
  let stopping = false;
  let woken = false;
  let failures = 0;
  let lastError: string | null = null;
  let ownFaultSince: number | null = null;
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
        ownFaultSince = null;
        if (!woken && !stopping && done < fullStep) await pause(done === 0 ? everyMs : breathMs);
      } catch (error) {
        lastError = errorWords(error);
        ownFaultSince = isOwnFault(error) ? (ownFaultSince ?? performance.now()) : null;
        onError(error);
        if (!stopping) await pause(backoffMs(failures, { capMs: longestPauseMs }));
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
    isStuck: () => ownFaultSince !== null && performance.now() - ownFaultSince >= stuckAfterMs,
    stop: () => {
      stopping = true;
      endPause();
      return ended;
    },
  };
}
