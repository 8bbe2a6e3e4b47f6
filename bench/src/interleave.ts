/** What one side did in its windows: how long each single piece of work took, in milliseconds. */
export type Side = { name: string; run: () => Promise<void> };

export type Comparison = {
  /** Median over rounds of (B's figure / A's figure); both measured within seconds of each other. */
  ratio: number;
  /** 95 % interval of that median by bootstrap. */
  low: number;
  high: number;
  /** Median figures, recorded for the reader, never judged: the machine's clock drifts. */
  a: number;
  b: number;
  rounds: number;
};

const median = (values: readonly number[]) => {
  const sorted = [...values].sort((x, y) => x - y);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** The value below which `share` (0 to 1) of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

/** 95 % interval of the median by resampling (Efron's percentile bootstrap), with a fixed seed. */
export function bootstrap(values: readonly number[], samples = 2_000): { low: number; high: number } {
  let state = 0x9e3779b9;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const medians = Array.from({ length: samples }, () =>
    median(values.map(() => values[Math.floor(next() * values.length)]!)),
  ).sort((x, y) => x - y);
  return { low: medians[Math.floor(samples * 0.025)]!, high: medians[Math.floor(samples * 0.975)]! };
}

/**
 * Measures A and B in turn (A B A B …), drops the first round, and compares them round by round, so that a machine
 * whose speed drifts slows both. `measure` gives one figure for one window of one side.
 */
export async function interleave(
  a: Side,
  b: Side,
  measure: (side: Side) => Promise<number>,
  rounds = 7,
): Promise<Comparison> {
  const figures: { a: number; b: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    // Whoever goes first in a round may find a colder or warmer machine: they take turns.
    const pair =
      round % 2 === 0
        ? { a: await measure(a), b: await measure(b) }
        : await measure(b).then(async (first) => ({ a: await measure(a), b: first }));
    if (round > 0) figures.push(pair);
  }
  const ratios = figures.map((figure) => figure.b / figure.a);
  return {
    ratio: median(ratios),
    ...bootstrap(ratios),
    a: median(figures.map((figure) => figure.a)),
    b: median(figures.map((figure) => figure.b)),
    rounds,
  };
}

/** Median time of one piece of work, in milliseconds, repeated one after another for `windowMs`. */
export const medianTime = (windowMs: number) => timeAt(0.5, windowMs);

/** The time, in milliseconds, within which `share` (0 to 1) of the pieces of work are done. */
export function timeAt(share: number, windowMs: number): (side: Side) => Promise<number> {
  return async ({ run }) => {
    const times: number[] = [];
    const end = performance.now() + windowMs;
    while (performance.now() < end || times.length < 3) {
      const begin = performance.now();
      await run();
      times.push(performance.now() - begin);
    }
    return percentile(times, share);
  };
}

/** Pieces of work per second with `clients` of them in flight, over `windowMs`. */
export function throughput(windowMs: number, clients: number): (side: Side) => Promise<number> {
  return async ({ run }) => {
    let done = 0;
    const begin = performance.now();
    const end = begin + windowMs;
    const client = async () => {
      while (performance.now() < end) {
        await run();
        done++;
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    return (done * 1_000) / (performance.now() - begin);
  };
}
