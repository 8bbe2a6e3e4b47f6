import { evenRanks, type Rank, ranksBetween } from "@kanban/domain/rank";

/**
 * Ranks that put `ids` into this order. As many as can keep the rank they have (`current`) keep it; those between get
 * new ones. With none to keep, all get short even ones.
 */
export function ranksFor<Id extends string>(ids: readonly Id[], current: ReadonlyMap<Id, Rank>): Map<Id, Rank> {
  const kept = longestRun(ids, current);
  if (kept.size === 0) {
    const ranks = evenRanks(ids.length);
    return new Map(ids.map((id, index) => [id, ranks[index]!]));
  }
  const result = new Map<Id, Rank>();
  let above: Rank | null = null;
  let waiting: Id[] = [];
  const place = (below: Rank | null) => {
    const ranks = ranksBetween(above, below, waiting.length);
    for (const [index, id] of waiting.entries()) result.set(id, ranks[index]!);
    waiting = [];
  };
  for (const id of ids) {
    if (!kept.has(id)) waiting.push(id);
    else {
      const rank = current.get(id)!;
      place(rank);
      result.set(id, rank);
      above = rank;
    }
  }
  place(null);
  return result;
}

/** The ids of a longest strictly rising run of current ranks (patience sorting, after Fredman 1975). */
function longestRun<Id extends string>(ids: readonly Id[], current: ReadonlyMap<Id, Rank>): Set<Id> {
  const ranked = ids.filter((id) => current.has(id));
  const ends: number[] = [];
  const before: number[] = [];
  const rankAt = (index: number) => current.get(ranked[index]!)!;
  for (let index = 0; index < ranked.length; index++) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rankAt(ends[middle]!) < rankAt(index)) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : ends[low - 1]!;
    ends[low] = index;
  }
  const run = new Set<Id>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index]!) run.add(ranked[index]!);
  return run;
}
