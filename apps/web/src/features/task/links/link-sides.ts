import type { TaskLinkKind } from "@kanban/domain/entities";
import type { TaskId } from "@kanban/domain/ids";
import type { LinksOfTask } from "@kanban/domain/task-links";

export type LinkSide = keyof LinksOfTask;
export const linkSides: readonly LinkSide[] = ["blockedBy", "blocks", "relatesTo"];

/** A link as it is asked for, seen from one task: who blocks whom stands in the order of both. */
export function askedLink(
  side: LinkSide,
  taskId: TaskId,
  otherTaskId: TaskId,
): { kind: TaskLinkKind; taskId: TaskId; otherTaskId: TaskId } {
  if (side === "blockedBy") return { kind: "blocks", taskId: otherTaskId, otherTaskId: taskId };
  return { kind: side === "blocks" ? "blocks" : "relates", taskId, otherTaskId };
}
