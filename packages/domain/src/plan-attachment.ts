import type { ChangeOf } from "./change.ts";
import type { Attachment, Cover } from "./entities.ts";
import type { TaskId } from "./ids.ts";
import type { Instant } from "./moment.ts";
import { refuse } from "./refusal.ts";

/** The task a file is on: each change of its files counts as a change of it. */
type Owner = { id: TaskId; version: number };

function ref(task: Owner) {
  return { taskId: task.id, version: task.version + 1 };
}

/** A file that has been uploaded. */
export function planAttachmentCreate(task: Owner, attachment: Attachment): ChangeOf<"attachment.created"> {
  return { type: "attachment.created", payload: { ...ref(task), attachment } };
}

/** Another name; `null` when it has it. */
export function planAttachmentRename(
  task: Owner,
  { id, name }: Attachment,
  asked: string,
): ChangeOf<"attachment.updated"> | null {
  if (name === asked) return null;
  return {
    type: "attachment.updated",
    payload: { ...ref(task), attachmentId: id, before: { name }, after: { name: asked } },
  };
}

/** Off the task; its event carries it, and its bytes are kept for a while. */
export function planAttachmentRemove(
  task: Owner & { cover: Cover | null },
  attachment: Attachment,
  now: Instant,
): ChangeOf<"attachment.removed"> {
  const cover = task.cover?.attachmentId === attachment.id ? task.cover : null;
  return { type: "attachment.removed", payload: { ...ref(task), attachment, removedAt: now, cover } };
}

/** Back on the task; `null` when it is there. */
export function planAttachmentRestore(task: Owner, attachment: Attachment): ChangeOf<"attachment.restored"> | null {
  if (attachment.removedAt === null) return null;
  return { type: "attachment.restored", payload: { ...ref(task), attachment: { ...attachment, removedAt: null } } };
}

/** The image on the task's card; NO_PREVIEW for a file that has no picture. */
export function planCover(
  task: Owner & { cover: Cover | null },
  attachment: Attachment | null,
): ChangeOf<"task.covered"> | null {
  const cover = attachment && coverOf(attachment);
  if (task.cover?.attachmentId === cover?.attachmentId) return null;
  return { type: "task.covered", payload: { ...ref(task), before: { cover: task.cover }, after: { cover } } };
}

function coverOf({ id, preview, width, height }: Attachment): Cover {
  if (preview !== "ready" || width === null || height === null) return refuse("NO_PREVIEW");
  return { attachmentId: id, width, height };
}
