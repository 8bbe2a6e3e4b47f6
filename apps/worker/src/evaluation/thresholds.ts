import { type Half, type Judged, type TextKind, textKinds } from "./evaluate-text-agents.ts";
import { type JudgedCapture, type LearntKind, learntKinds } from "./evaluate-learnt-agents.ts";
import { ratesOf, type Score, sumOf } from "./score.ts";

/**
 * What must hold on either half of the set, a little under what is reached: an agent that got worse is noticed, one
 * that is as good as it was is not.
 */
export const thresholds: Record<TextKind, { precision: number; recall: number }> = {
  "due-date": { precision: 0.9, recall: 0.9 },
  "defer-date": { precision: 0.92, recall: 0.79 },
  waiting: { precision: 0.93, recall: 0.86 },
  "follow-up": { precision: 0.94, recall: 0.7 },
  checklist: { precision: 0.93, recall: 0.78 },
};

/** Likewise for the agents that learn from a past of some seventy tasks. */
const learntThresholds: Record<LearntKind, { precision: number; recall: number }> = {
  tag: { precision: 0.92, recall: 0.93 },
  context: { precision: 0.87, recall: 0.87 },
  project: { precision: 0.84, recall: 0.84 },
  duplicate: { precision: 0.84, recall: 0.83 },
  estimate: { precision: 0.68, recall: 0.38 },
};

/** Every threshold that is missed, in words. */
export function shortfallsOf(judged: readonly Judged[]): string[] {
  return textKinds.flatMap(({ kind }) => missedBy(kind, judged, ({ scores }) => scores[kind], thresholds[kind]));
}

export function learntShortfallsOf(judged: readonly JudgedCapture[]): string[] {
  return learntKinds.flatMap((kind) => missedBy(kind, judged, ({ scores }) => scores[kind], learntThresholds[kind]));
}

function missedBy<One extends { half: Half }>(
  kind: string,
  judged: readonly One[],
  scoreOfOne: (one: One) => Score,
  least: { precision: number; recall: number },
): string[] {
  const halves: readonly Half[] = ["development", "held out"];
  return halves.flatMap((half) => {
    const rates = ratesOf(sumOf(judged.filter((one) => one.half === half).map(scoreOfOne)));
    return (["precision", "recall"] as const)
      .filter((rate) => rates[rate] < least[rate])
      .map((rate) => `${rate} of ${kind}, ${half}: ${rates[rate].toFixed(2)} < ${least[rate]}`);
  });
}
