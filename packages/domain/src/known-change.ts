import type { ChangeType } from "./change.ts";

/* By hand and not from the payload schemas: a browser applies changes without reading the schemas first. */
const known: Record<ChangeType, true> = {
  "board.created": true,
  "board.updated": true,
  "board.removed": true,
  "board.restored": true,
  "column.created": true,
  "column.updated": true,
  "column.moved": true,
  "column.removed": true,
  "column.reranked": true,
  "task.created": true,
  "task.updated": true,
  "task.moved": true,
  "task.archived": true,
  "task.removed": true,
  "task.restored": true,
  "checklist-item.created": true,
  "checklist-item.updated": true,
  "checklist-item.moved": true,
  "checklist-item.removed": true,
  "comment.created": true,
  "comment.updated": true,
  "comment.removed": true,
  "task-link.created": true,
  "task-link.removed": true,
  "attachment.created": true,
  "attachment.updated": true,
  "attachment.removed": true,
  "attachment.restored": true,
  "preview.recorded": true,
  "task.covered": true,
  "tag.created": true,
  "tag.updated": true,
  "tag.removed": true,
  "context.created": true,
  "context.updated": true,
  "context.removed": true,
  "project.created": true,
  "project.updated": true,
  "project.removed": true,
  "hint.recorded": true,
  "hint.decided": true,
  "hint.reopened": true,
};

/** True for a type this build knows; an event of any other type is kept and skipped. */
export function isChangeType(type: string): type is ChangeType {
  return Object.hasOwn(known, type);
}
