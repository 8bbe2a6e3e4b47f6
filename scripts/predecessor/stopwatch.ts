import type { StepName } from "./move-state.ts";

/** Says each step as it begins, and adds up how long the steps took; one that comes again goes on. */
export type Stopwatch = { step(name: StepName): void; stop(): Partial<Record<StepName, number>> };

export function createStopwatch(
  before: Partial<Record<StepName, number>>,
  say: (line: string) => void,
  now: () => number = () => performance.now(),
): Stopwatch {
  const seconds = { ...before };
  let running: { name: StepName; since: number } | null = null;
  const stop = () => {
    if (running) seconds[running.name] = (seconds[running.name] ?? 0) + (now() - running.since) / 1_000;
    running = null;
    return seconds;
  };
  return {
    step(name) {
      if (running?.name === name) return;
      stop();
      say(`step ${name}`);
      running = { name, since: now() };
    },
    stop,
  };
}
