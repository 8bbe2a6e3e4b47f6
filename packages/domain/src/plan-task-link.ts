import type { ChangeOf } from "./change.ts";
import type { TaskLink } from "./entities.ts";
import type { TaskId } from "./ids.ts";
import { limits } from "./limits.ts";
import { refuse } from "./refusal.ts";

/** A new link among `links`, all of the board's; refuses one to itself, one that is there, and a circle of blockers. */
export function planTaskLinkCreate(links: readonly TaskLink[], link: TaskLink): ChangeOf<"task-link.created"> {
  const { kind, fromId, toId } = link;
  if (fromId === toId) refuse("LINK_TO_ITSELF");
  const isThere = links.some(
    (other) =>
      other.kind === kind &&
      ((other.fromId === fromId && other.toId === toId) ||
        (kind === "relates" && other.fromId === toId && other.toId === fromId)),
  );
  if (isThere) refuse("LINK_EXISTS");
  if (kind === "blocks" && isBlockedBy(links, fromId, toId)) refuse("LINK_CIRCLE");
  for (const taskId of [fromId, toId]) {
    const limit = limits.linksPerTask;
    if (links.filter((other) => other.fromId === taskId || other.toId === taskId).length >= limit)
      refuse("LIMIT_REACHED", { limit });
  }
  if (links.length >= limits.linksPerBoard) refuse("LIMIT_REACHED", { limit: limits.linksPerBoard });
  return { type: "task-link.created", payload: { link } };
}

/** The link is gone. */
export function planTaskLinkRemove(link: TaskLink): ChangeOf<"task-link.removed"> {
  return { type: "task-link.removed", payload: { link } };
}

/** Whether `blockerId` stands, at whatever remove, before `taskId`. */
function isBlockedBy(links: readonly TaskLink[], taskId: TaskId, blockerId: TaskId): boolean {
  const blockersOf = new Map<TaskId, TaskId[]>();
  for (const { kind, fromId, toId } of links) {
    if (kind === "blocks") blockersOf.set(toId, [...(blockersOf.get(toId) ?? []), fromId]);
  }
  const seen = new Set<TaskId>();
  const open = [taskId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === blockerId) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(blockersOf.get(id) ?? []));
  }
  return false;
}
