import type { AttachmentChange } from "../apply-attachment-change.ts";
import { assertNever } from "../assert-never.ts";
import type { BoardView } from "../board-view.ts";
import type { Change } from "../change.ts";
import type { TaskCard } from "../entities.ts";
import { planAttachmentRemove, planAttachmentRename, planAttachmentRestore, planCover } from "../plan-attachment.ts";
import { findAttachment, needAttachment, needTask } from "../view-lookup.ts";
import { aboutTask, checkUnchanged } from "./undo-checks.ts";

/** What undoes a change of a task's files. Of a task whose bodies are not known here: nothing, the server will tell. */
export function invertAttachmentChange(
  view: BoardView,
  change: Exclude<AttachmentChange, { type: "preview.recorded" }>,
  now: string,
): Change[] {
  const task = needTask(view, change.payload.taskId);
  if (!view.details[task.id]) return [];
  const planned = invertOn(view, task, change, now);
  return planned.filter((one) => one !== null);
}

function invertOn(
  view: BoardView,
  task: TaskCard,
  change: Exclude<AttachmentChange, { type: "preview.recorded" }>,
  now: string,
): (Change | null)[] {
  switch (change.type) {
    case "attachment.created":
    case "attachment.restored": {
      const attachment = findAttachment(view, task.id, change.payload.attachment.id);
      // Taken off meanwhile: there is nothing left to undo.
      if (attachment.removedAt !== null) return [];
      checkUnchanged(attachment, { name: change.payload.attachment.name }, aboutTask(task));
      return [planAttachmentRemove(task, attachment, now)];
    }
    case "attachment.updated": {
      const attachment = needAttachment(view, task.id, change.payload.attachmentId);
      checkUnchanged(attachment, change.payload.after, aboutTask(task));
      return [planAttachmentRename(task, attachment, change.payload.before.name)];
    }
    case "attachment.removed": {
      const { attachment, cover } = change.payload;
      const restored = planAttachmentRestore(task, findAttachment(view, task.id, attachment.id));
      if (!restored || !cover || task.cover) return [restored];
      const { version } = restored.payload;
      return [restored, planCover({ ...task, version }, restored.payload.attachment)];
    }
    case "task.covered": {
      checkUnchanged(task, change.payload.after, aboutTask(task));
      const { cover } = change.payload.before;
      return [planCover(task, cover && needAttachment(view, task.id, cover.attachmentId))];
    }
    default:
      return assertNever(change);
  }
}
