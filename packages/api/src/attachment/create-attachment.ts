import type { Attachment } from "@kanban/domain/entities";
import { hasPreview } from "@kanban/domain/file-type";
import type { AttachmentId, BoardId, MutationId, TaskId } from "@kanban/domain/ids";
import { planAttachmentCreate } from "@kanban/domain/plan-attachment";
import { refuse } from "@kanban/domain/refusal";
import type { FileStorage, StoredFile } from "@kanban/file-storage/file-storage";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { countAttachments, holdFilesOfBoard, insertAttachment, sumBytesOfBoard } from "./attachment.repository.ts";
import { admitOneMore, loadAttachments } from "./task-attachments.ts";

/** Bytes that have been stored, and what they are to be on which task. */
export type UploadedFile = StoredFile & {
  boardId: BoardId;
  taskId: TaskId;
  attachmentId: AttachmentId;
  name: string;
  /** By content. */
  type: string;
};

/** How much an instance takes. */
export type FileLimits = { bytesPerFile: number; bytesPerBoard: number };

/**
 * Puts stored bytes on a task. The file's id stands for the mutation's: uploaded again it is there once, and the answer
 * is the same; other bytes under the same id are refused. BOARD_FILES_FULL when the board's quota would be passed.
 */
export function createAttachment(
  ctx: ActorContext,
  file: UploadedFile,
  { storage, fileLimits }: { storage: Pick<FileStorage, "exists">; fileLimits: FileLimits },
) {
  const { attachmentId: id, name, type, size, sha256 } = file;
  const input = { ...file, mutationId: id as string as MutationId };
  return mutateBoard(ctx, "attachment.create", input, async (scope) => {
    const { tx, boardId, actor, now } = scope;
    const { task, attachments } = await loadAttachments(scope, file.taskId);
    const known = attachments.find((attachment) => attachment.id === id);
    // The answer to it has been forgotten, or somebody else on this board sent it.
    if (known) return known.sha256 === sha256 ? [] : refuse("ID_TAKEN");
    admitOneMore(attachments);
    await holdFilesOfBoard(tx, boardId);
    const limit = fileLimits.bytesPerBoard;
    if ((await sumBytesOfBoard(tx, boardId)) + size > limit) refuse("BOARD_FILES_FULL", { limit });
    if (!(await storage.exists(sha256))) throw new Error("The bytes of an upload were deleted before it was recorded");
    const attachment: Attachment = {
      ...{ id, name, type, size, sha256, width: null, height: null, removedAt: null },
      preview: hasPreview(type) ? "pending" : "none",
      uploadedBy: actor.userId,
      createdAt: now,
    };
    if (!(await insertAttachment(tx, boardId, task.id, attachment))) refuse("ID_TAKEN");
    const change = planAttachmentCreate(task, attachment);
    await countAttachments(tx, task.id, change.payload.version);
    return [change];
  });
}
