import { type Rank, rankBetween } from "./rank.ts";
import { refuse } from "./refusal.ts";

export type Anchors = { afterId?: string | null | undefined; beforeId?: string | null | undefined };
export type Gap = { above: Rank | null; below: Rank | null };

/**
 * Where a moved row lands among `ordered` (sorted by rank; may contain the moved row itself, which is ignored).
 * `afterId` decides if it is present, else `beforeId`; without anchors the row goes to the end. Returns `"lost"`
 * when anchors were named and none is there any more: the caller decides whether that is a refusal.
 * The server passes only the anchors and their neighbours, the browser the whole column; both get the same gap.
 */
export function findGap(
  ordered: readonly { id: string; rank: Rank }[],
  movingId: string,
  { afterId, beforeId }: Anchors,
): Gap | "lost" {
  const others = ordered.filter((row) => row.id !== movingId);
  const rankAt = (index: number) => others[index]?.rank ?? null;
  if (afterId) {
    const index = others.findIndex((row) => row.id === afterId);
    if (index >= 0) return { above: rankAt(index), below: rankAt(index + 1) };
  }
  if (beforeId) {
    const index = others.findIndex((row) => row.id === beforeId);
    if (index >= 0) return { above: rankAt(index - 1), below: rankAt(index) };
  }
  if (afterId || beforeId) return "lost";
  return { above: rankAt(others.length - 1), below: null };
}

/**
 * A rank inside the gap. A row that lies there already (`current`, its rank in the same list) keeps its rank, so that
 * dropping it where it was changes nothing.
 */
export function rankInGap({ above, below }: Gap, current: Rank | null = null): Rank {
  const isThere = current !== null && (above === null || above < current) && (below === null || current < below);
  return isThere ? current : rankBetween(above, below);
}

/**
 * Where several rows land in the list `listId`, whose rows `ordered` are; the moving ones do not count. When the anchors
 * are gone they go to the end, as rows that come from elsewhere do, or NEIGHBOURS_MOVED when all are in that list.
 */
export function gapForMany(
  ordered: readonly { id: string; rank: Rank }[],
  moving: readonly { id: string; columnId: string }[],
  listId: string,
  anchors: Anchors,
): Gap {
  const ids = new Set(moving.map(({ id }) => id));
  const others = ordered.filter(({ id }) => !ids.has(id));
  const gap = findGap(others, "", anchors);
  if (gap !== "lost") return gap;
  if (moving.every(({ columnId }) => columnId === listId)) return refuse("NEIGHBOURS_MOVED");
  return { above: others.at(-1)?.rank ?? null, below: null };
}
