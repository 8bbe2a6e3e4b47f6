/**
 * Milliseconds to wait after `failures` failures in a row: doubles from `baseMs` up to `capMs`, with full jitter so
 * that replicas which failed together do not come back together.
 */
export function backoffMs(
  failures: number,
  {
    baseMs = 200,
    capMs = 10_000,
    random = Math.random,
  }: { baseMs?: number; capMs?: number; random?: () => number } = {},
): number {
  const ceiling = Math.min(capMs, baseMs * 2 ** Math.min(failures, 30));
  // Never below a tenth: jitter must not turn into a busy loop.
  return Math.round(ceiling * (0.1 + 0.9 * random()));
}
