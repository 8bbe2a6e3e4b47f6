import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import type { z } from "zod";
import { limits } from "./limits.ts";

/**
 * Order key inside a column, board or checklist: compare ranks byte by byte (`COLLATE "C"` in PostgreSQL, `<` in
 * JavaScript). A move writes one row. Scheme: fractional indexing (David Greenspan, "Implementing Fractional Indexing").
 */
export type Rank = string & z.$brand<"Rank">;

/** A rank strictly between `above` and `below`; `null` is the open end. Throws when `above >= below`. */
export function rankBetween(above: Rank | null, below: Rank | null): Rank {
  if (above !== null && below !== null && above >= below) throw new Error("Neighbours are out of order");
  return generateKeyBetween(above, below) as Rank;
}

/** `count` short ranks in order, for new rows and for a column ranked anew. */
export function evenRanks(count: number): Rank[] {
  return ranksBetween(null, null, count);
}

/** `count` ranks in order, all strictly between `above` and `below`; `null` is the open end. */
export function ranksBetween(above: Rank | null, below: Rank | null, count: number): Rank[] {
  return generateNKeysBetween(above, below, count) as Rank[];
}

/** Orders two ranked rows; the id breaks a tie so that every client shows the same order. */
export function byRank(a: { rank: Rank; id: string }, b: { rank: Rank; id: string }): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** True when a rank has grown so long that its column should be ranked anew. */
export function needsRebalance(rank: Rank): boolean {
  return rank.length > limits.rankBeforeRebalance;
}
