import { assertNever } from "@kanban/domain/assert-never";
import type { Change } from "@kanban/domain/change";
import type { BoardId } from "@kanban/domain/ids";

export type Aggregate = { type: "board" | "column" | "task" | "tag" | "context" | "project" | "view"; id: string };

/** What a change happened to. Checklist items and hints are part of their task: its history shows them. */
export function aggregateOf(boardId: BoardId, change: Change): Aggregate {
  switch (change.type) {
    case "board.created":
    case "board.updated":
    case "board.removed":
    case "board.restored":
      return { type: "board", id: boardId };
    case "column.created":
    case "column.removed":
      return { type: "column", id: change.payload.column.id };
    case "column.updated":
    case "column.moved":
    case "column.reranked":
      return { type: "column", id: change.payload.columnId };
    case "task.created":
      return { type: "task", id: change.payload.card.id };
    case "hint.recorded":
      return { type: "task", id: change.payload.hint.taskId };
    case "task.updated":
    case "task.moved":
    case "task.archived":
    case "task.removed":
    case "task.restored":
    case "checklist-item.created":
    case "checklist-item.updated":
    case "checklist-item.moved":
    case "checklist-item.removed":
    case "attachment.created":
    case "attachment.updated":
    case "attachment.removed":
    case "attachment.restored":
    case "preview.recorded":
    case "task.covered":
    case "hint.decided":
    case "hint.reopened":
    case "comment.created":
    case "comment.updated":
    case "comment.removed":
      return { type: "task", id: change.payload.taskId };
    case "task-link.created":
    case "task-link.removed":
      return { type: "task", id: change.payload.link.toId };
    case "tag.created":
    case "tag.removed":
      return { type: "tag", id: change.payload.tag.id };
    case "tag.updated":
      return { type: "tag", id: change.payload.tagId };
    case "context.created":
    case "context.removed":
      return { type: "context", id: change.payload.context.id };
    case "context.updated":
      return { type: "context", id: change.payload.contextId };
    case "project.created":
    case "project.removed":
      return { type: "project", id: change.payload.project.id };
    case "project.updated":
      return { type: "project", id: change.payload.projectId };
    case "view.created":
    case "view.removed":
      return { type: "view", id: change.payload.view.id };
    case "view.updated":
    case "view.moved":
      return { type: "view", id: change.payload.viewId };
    default:
      return assertNever(change);
  }
}
