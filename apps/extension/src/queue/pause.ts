/** Browsers wake nobody sooner than this. */
const shortestMs = 30_000;
/** Longer would leave somebody who is back from a journey wondering. */
const longestMs = 15 * 60_000;

/** Milliseconds until the next try after so many failures in a row: doubling, and as long as the app asks for. */
export function pauseMs(failures: number, retryAfterSeconds: number | null, random: () => number): number {
  const ceiling = Math.min(longestMs, shortestMs * 2 ** Math.min(failures, 10));
  // The upper half is random, so that all browsers of an office do not come back in step.
  const own = ceiling / 2 + (ceiling / 2) * random();
  return Math.min(longestMs, Math.max(shortestMs, own, (retryAfterSeconds ?? 0) * 1000));
}
