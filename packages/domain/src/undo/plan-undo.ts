import { applyChange } from "../apply-change.ts";
import { assertNever } from "../assert-never.ts";
import type { BoardView } from "../board-view.ts";
import type { Change } from "../change.ts";
import { changedFields } from "../changed-fields.ts";
import { onDraft } from "../draft-view.ts";
import { hintStateIn } from "../hint/hint-state-in.ts";
import type { Board } from "../entities.ts";
import type { Instant } from "../moment.ts";
import { defined } from "../rows.ts";
import { invertAttachmentChange } from "./invert-attachment-change.ts";
import { invertChecklistChange } from "./invert-checklist-change.ts";
import { invertColumnChange } from "./invert-column-change.ts";
import { invertCommentChange } from "./invert-comment-change.ts";
import { invertLinkChange } from "./invert-link-change.ts";
import { invertLabelChange } from "./invert-label-change.ts";
import {
  invertTaskCreated,
  invertTaskGone,
  invertTaskMoved,
  invertTaskRestored,
  invertTaskUpdated,
  type ReservedRanks,
} from "./invert-task-change.ts";
import { invertViewChange } from "./invert-view-change.ts";
import { checkUnchanged } from "./undo-checks.ts";

/**
 * The changes that take back `done` (oldest first) on `view`, latest first: ordinary changes, so that they can be undone
 * in turn, which is how redoing works. All or nothing: UNDO_CONFLICT, naming the field, where somebody has changed the
 * same thing since; other refusals where the way back is not open any more (a full column, a taken name).
 */
export function planUndo(view: BoardView, done: readonly Change[], now: Instant): Change[] {
  return onDraft(view, done.length, (draft) => {
    const changes: Change[] = [];
    let at = draft;
    for (const [index, change] of [...done.entries()].reverse()) {
      const inverse = invertChange(at, change, now, reservedBy(done, index));
      at = inverse.reduce(applyChange, at);
      changes.push(...inverse);
    }
    return changes;
  });
}

/** Of the changes before `end`, which are still to be taken back. */
function reservedBy(done: readonly Change[], end: number): ReservedRanks {
  return (columnId) =>
    done.slice(0, end).flatMap(({ type, payload }) => {
      if (type === "task.moved") return payload.from.columnId === columnId ? [payload.from.rank] : [];
      if (type === "task.archived" || type === "task.removed")
        return payload.card.columnId === columnId ? [payload.card.rank] : [];
      return [];
    });
}

function invertChange(view: BoardView, change: Change, now: Instant, reserved: ReservedRanks): Change[] {
  switch (change.type) {
    // Boards as a whole have their own way back, with its own rights.
    case "board.created":
    case "board.removed":
    case "board.restored":
    case "hint.recorded":
    case "preview.recorded":
      return [];
    case "board.updated": {
      checkUnchanged(view.board, change.payload.after, { name: view.board.name });
      const changed = changedFields<Board>(view.board, defined(change.payload.before));
      return changed ? [{ type: "board.updated", payload: changed }] : [];
    }
    case "column.created":
    case "column.updated":
    case "column.moved":
    case "column.removed":
    case "column.reranked":
      return invertColumnChange(view, change);
    case "task.created":
      return invertTaskCreated(view, change, now);
    case "task.updated":
      return invertTaskUpdated(view, change);
    case "task.moved":
      return invertTaskMoved(view, change, reserved);
    case "task.archived":
    case "task.removed":
      return invertTaskGone(view, change, reserved);
    case "task.restored":
      return invertTaskRestored(view, change, now);
    case "checklist-item.created":
    case "checklist-item.updated":
    case "checklist-item.moved":
    case "checklist-item.removed":
      return invertChecklistChange(view, change);
    case "comment.created":
    case "comment.updated":
    case "comment.removed":
      return invertCommentChange(view, change);
    case "task-link.created":
    case "task-link.removed":
      return invertLinkChange(view, change);
    case "attachment.created":
    case "attachment.updated":
    case "attachment.removed":
    case "attachment.restored":
    case "task.covered":
      return invertAttachmentChange(view, change, now);
    case "tag.created":
    case "tag.updated":
    case "tag.removed":
    case "context.created":
    case "context.updated":
    case "context.removed":
    case "project.created":
    case "project.updated":
    case "project.removed":
      return invertLabelChange(view, change);
    case "view.created":
    case "view.updated":
    case "view.moved":
    case "view.removed":
      return invertViewChange(view, change);
    case "hint.decided": {
      const { hintId, taskId, state } = change.payload;
      if (hintStateIn(view, taskId, hintId) === "proposed") return [];
      return [{ type: "hint.reopened", payload: { hintId, taskId, was: state } }];
    }
    case "hint.reopened": {
      const { hintId, taskId, was } = change.payload;
      if (hintStateIn(view, taskId, hintId) === was) return [];
      return [{ type: "hint.decided", payload: { hintId, taskId, state: was } }];
    }
    default:
      return assertNever(change);
  }
}
