import { assertNever } from "./assert-never.ts";
import type { BoardView } from "./board-view.ts";
import type { Change } from "./change.ts";
import type { Attachment } from "./entities.ts";
import type { AttachmentId } from "./ids.ts";
import { patchDetail, patchTask } from "./patch-view.ts";

export type AttachmentChange = Extract<Change, { type: `attachment.${string}` | "preview.recorded" | "task.covered" }>;

/** The board after a change to a task's files: the card counts them and shows its cover, the open panel lists them. */
export function applyAttachmentChange(view: BoardView, change: AttachmentChange): BoardView {
  const { taskId } = change.payload;
  return patchDetail(applyToCard(view, change), taskId, (detail) => ({
    attachments: changeAttachments(detail.attachments, change),
  }));
}

function applyToCard(view: BoardView, change: AttachmentChange): BoardView {
  const { taskId } = change.payload;
  const task = view.tasks[taskId];
  if (!task) return view;
  switch (change.type) {
    case "attachment.created":
    case "attachment.restored":
      return patchTask(view, taskId, {
        version: change.payload.version,
        attachmentCount: task.attachmentCount + 1,
      });
    case "attachment.removed": {
      const { version } = change.payload;
      const cover = change.payload.cover ? null : task.cover;
      return patchTask(view, taskId, { version, attachmentCount: task.attachmentCount - 1, cover });
    }
    case "attachment.updated":
      return patchTask(view, taskId, { version: change.payload.version });
    case "task.covered":
      return patchTask(view, taskId, { version: change.payload.version, cover: change.payload.after.cover });
    case "preview.recorded":
      return view;
    default:
      return assertNever(change);
  }
}

function changeAttachments(attachments: readonly Attachment[], change: AttachmentChange): Attachment[] {
  const patch = (id: AttachmentId, fields: Partial<Attachment>) =>
    attachments.map((attachment) => (attachment.id === id ? { ...attachment, ...fields } : attachment));
  switch (change.type) {
    case "attachment.created":
    case "attachment.restored": {
      const { attachment } = change.payload;
      if (attachments.some(({ id }) => id === attachment.id)) return patch(attachment.id, attachment);
      return [...attachments, attachment];
    }
    case "attachment.removed":
      return patch(change.payload.attachment.id, { removedAt: change.payload.removedAt });
    case "attachment.updated":
      return patch(change.payload.attachmentId, change.payload.after);
    case "preview.recorded": {
      const { attachmentId, preview, width, height } = change.payload;
      return patch(attachmentId, { preview, width, height });
    }
    case "task.covered":
      return [...attachments];
    default:
      return assertNever(change);
  }
}
