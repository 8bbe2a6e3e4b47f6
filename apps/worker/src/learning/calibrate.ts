/** What people answered to hints of a kind whose agent was about as sure: by fifths of its confidence, the least first. */
export type Answers = readonly { applied: number; dismissed: number }[];

/** Fifths: finer ones would wait for years to hear enough. */
export const bins = 5;

/** So many answers weigh as much as what the agent says of itself. */
const priorAnswers = 8;

export function binOf(confidence: number): number {
  return Math.min(bins - 1, Math.max(0, Math.floor(confidence * bins)));
}

/**
 * How sure a hint is, told by how often people took such hints: the mean of a beta distribution that begins at what the
 * agent says of itself and moves with every answer. Surer by itself is never less sure here (neighbouring bins that
 * disagree are one), an answer "apply" never makes a hint less sure and "dismiss" never surer; without answers nothing
 * changes.
 */
export function calibrate(confidence: number, answers: Answers): number {
  const middles = Array.from({ length: bins }, (_, bin) => (bin + 0.5) / bins);
  const means = monotone(
    middles.map((middle, bin) => {
      const { applied, dismissed } = answers[bin] ?? { applied: 0, dismissed: 0 };
      const weight = priorAnswers + applied + dismissed;
      return { mean: (priorAnswers * middle + applied) / weight, weight };
    }),
  );
  const last = means[bins - 1] ?? 1;
  const lastMiddle = middles[bins - 1] ?? 1;
  // Between the middles of two bins in proportion; what is beyond the last goes on as far as there is room.
  const points = [
    [0, 0],
    ...middles.map((middle, bin) => [middle, means[bin] ?? middle]),
    [1, Math.min(1, last / lastMiddle)],
  ];
  for (let at = 1; at < points.length; at++) {
    const [[fromX = 0, fromY = 0], [toX = 1, toY = 1]] = [points[at - 1] ?? [], points[at] ?? []];
    if (confidence <= toX) return fromY + ((toY - fromY) * (confidence - fromX)) / (toX - fromX);
  }
  return last;
}

/** The nearest values that never fall: neighbours that do are pooled, weighted by what they rest on. */
function monotone(values: readonly { mean: number; weight: number }[]): number[] {
  const pools: { mean: number; weight: number; size: number }[] = [];
  for (const { mean, weight } of values) {
    let pool = { mean, weight, size: 1 };
    for (let before = pools.at(-1); before && before.mean > pool.mean; before = pools.at(-1)) {
      pools.pop();
      const together = before.weight + pool.weight;
      pool = {
        mean: (before.mean * before.weight + pool.mean * pool.weight) / together,
        weight: together,
        size: before.size + pool.size,
      };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ mean, size }) => Array.from({ length: size }, () => mean));
}
