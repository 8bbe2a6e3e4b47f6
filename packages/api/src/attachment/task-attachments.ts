import type { Attachment } from "@kanban/domain/entities";
import type { AttachmentId, TaskId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { refuse } from "@kanban/domain/refusal";
import type { BoardScope } from "../mutate-board.ts";
import { findLiveTask } from "../task/task.repository.ts";
import { listAttachments } from "./attachment.repository.ts";

/** A task on the board and its files; the task's lock makes both stay as they are until the commit. */
export async function loadAttachments({ tx, boardId }: BoardScope, taskId: TaskId) {
  const task = (await findLiveTask(tx, boardId, taskId)) ?? refuse("TASK_NOT_FOUND");
  return { task, attachments: await listAttachments(tx, taskId) };
}

/** The file of that id, also a removed one, or ATTACHMENT_NOT_FOUND. */
export function attachmentOf(attachments: readonly Attachment[], attachmentId: AttachmentId): Attachment {
  return attachments.find(({ id }) => id === attachmentId) ?? refuse("ATTACHMENT_NOT_FOUND");
}

/** The file of that id if it is on its task, or ATTACHMENT_NOT_FOUND. */
export function presentOf(attachments: readonly Attachment[], attachmentId: AttachmentId): Attachment {
  const attachment = attachmentOf(attachments, attachmentId);
  return attachment.removedAt === null ? attachment : refuse("ATTACHMENT_NOT_FOUND");
}

/** LIMIT_REACHED when the task has as many files as it may have. */
export function admitOneMore(attachments: readonly Attachment[]): void {
  const limit = limits.attachmentsPerTask;
  if (attachments.filter(({ removedAt }) => removedAt === null).length >= limit) refuse("LIMIT_REACHED", { limit });
}
