/** Somebody who looks at one item for longer has been called away: that is no pace. */
const longestMs = 120_000;

/** How long each item took on the whole, in seconds, without pauses; `null` before the first. */
export function paceOf(tookMs: readonly number[]): number | null {
  const counted = tookMs.filter((ms) => ms <= longestMs);
  if (counted.length === 0) return null;
  return Math.max(1, Math.round(counted.reduce((sum, ms) => sum + ms, 0) / counted.length / 1000));
}
