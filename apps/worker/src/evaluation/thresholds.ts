import { type Half, type Judged, type TextKind, textKinds } from "./evaluate-text-agents.ts";
import { ratesOf, sumOf } from "./score.ts";

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

/** Every threshold that is missed, in words. */
export function shortfallsOf(judged: readonly Judged[]): string[] {
  const halves: readonly Half[] = ["development", "held out"];
  return halves.flatMap((half) =>
    textKinds.flatMap(({ kind }) => {
      const rates = ratesOf(sumOf(judged.filter((one) => one.half === half).map(({ scores }) => scores[kind])));
      return (["precision", "recall"] as const)
        .filter((rate) => rates[rate] < thresholds[kind][rate])
        .map((rate) => `${rate} of ${kind}, ${half}: ${rates[rate].toFixed(2)} < ${thresholds[kind][rate]}`);
    }),
  );
}
