import type { Label } from "./label.ts";

/** How often an agent was right, proposed what nobody wanted, and missed what was wanted. */
export type Score = { hits: number; surplus: number; missed: number };

export const noScore: Score = { hits: 0, surplus: 0, missed: 0 };

/** One capture's share. A wrong value is both a surplus and a miss; what is tolerated counts neither way. */
export function scoreOf<T>(
  { expected, tolerated }: Label<T>,
  proposed: T | null,
  isSame: (a: T, b: T) => boolean,
): Score {
  if (proposed === null) return expected === null ? noScore : { ...noScore, missed: 1 };
  if (expected !== null && isSame(expected, proposed)) return { ...noScore, hits: 1 };
  if (tolerated === "any" || (tolerated !== null && isSame(tolerated, proposed))) return noScore;
  return { hits: 0, surplus: 1, missed: expected === null ? 0 : 1 };
}

/** All shares together. */
export function sumOf(scores: readonly Score[]): Score {
  return scores.reduce(
    (sum, { hits, surplus, missed }) => ({
      hits: sum.hits + hits,
      surplus: sum.surplus + surplus,
      missed: sum.missed + missed,
    }),
    noScore,
  );
}

/** The part of the proposals that was right, and the part of the wanted ones that was proposed; 1 of nothing. */
export function ratesOf({ hits, surplus, missed }: Score): { precision: number; recall: number; wanted: number } {
  const share = (of: number) => (of === 0 ? 1 : hits / of);
  return { precision: share(hits + surplus), recall: share(hits + missed), wanted: hits + missed };
}
