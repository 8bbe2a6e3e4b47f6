import type { Timers } from "./timers.ts";

const firstMs = 500;
// Longer would leave someone who came back from a tunnel looking at "Reconnecting".
const longestMs = 15_000;

/**
 * Milliseconds to wait after the given number of failures in a row (1 or more): doubling, with the upper half random
 * so that the tabs of a restarted server do not come back in step.
 */
export function backoffMs(failures: number, timers: Pick<Timers, "random">): number {
  const ceiling = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 10));
  return ceiling / 2 + (ceiling / 2) * timers.random();
}
