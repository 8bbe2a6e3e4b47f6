import { matchTiers } from "./match-tier.ts";
import type { SearchHit } from "./search-hit.ts";

/** Hits in the order they are shown: tier, tasks on a board before gone ones, the latest first. */
export function sortHits(hits: readonly SearchHit[]): SearchHit[] {
  return [...hits].sort(compareHits);
}

/** The order of {@link sortHits}, which is the database's as well. */
export function compareHits(a: SearchHit, b: SearchHit): number {
  const byTier = matchTiers.indexOf(a.tier) - matchTiers.indexOf(b.tier);
  if (byTier !== 0) return byTier;
  const byGone = Number(a.gone !== null) - Number(b.gone !== null);
  if (byGone !== 0) return byGone;
  if (a.capturedAt !== b.capturedAt) return a.capturedAt > b.capturedAt ? -1 : 1;
  return a.taskId < b.taskId ? -1 : a.taskId > b.taskId ? 1 : 0;
}

/**
 * Local hits with the server's: what is on the screen keeps its place, what only the server knows comes after it, and
 * a task on both lists has the richer of the two.
 */
export function mergeHits(local: readonly SearchHit[], fromServer: readonly SearchHit[]): SearchHit[] {
  const byId = new Map(fromServer.map((hit) => [hit.taskId, hit]));
  const shown = local.map((hit) => {
    const told = byId.get(hit.taskId);
    return told && hit.excerpt === null ? { ...hit, excerpt: told.excerpt } : hit;
  });
  const ids = new Set(local.map((hit) => hit.taskId));
  return [...shown, ...fromServer.filter((hit) => !ids.has(hit.taskId))];
}
