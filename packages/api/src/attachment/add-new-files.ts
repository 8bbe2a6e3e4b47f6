import type { ChangeOf } from "@kanban/domain/change";
import type { Attachment, TaskCard } from "@kanban/domain/entities";
import { hasPreview } from "@kanban/domain/file-type";
import type { AttachmentId } from "@kanban/domain/ids";
import { planAttachmentCreate } from "@kanban/domain/plan-attachment";
import { refuse } from "@kanban/domain/refusal";
import type { FileStorage, StoredFile } from "@kanban/file-storage/file-storage";
import type { BoardScope } from "../mutate-board.ts";
import { countAttachments, holdFilesOfBoard, insertAttachment, sumBytesOfBoard } from "./attachment.repository.ts";
import type { FileLimits } from "./create-attachment.ts";

type NewFile = StoredFile & { name: string; type: string };

/** Keeps stored files from being taken for forgotten until the commit; BOARD_FILES_FULL when they are too many bytes. */
export async function holdNewFiles(
  { tx, boardId }: BoardScope,
  files: readonly StoredFile[],
  { bytesPerBoard: limit }: FileLimits,
): Promise<void> {
  await holdFilesOfBoard(tx, boardId);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if ((await sumBytesOfBoard(tx, boardId)) + bytes > limit) refuse("BOARD_FILES_FULL", { limit });
}

/** Puts files on a task made in this transaction, in their order. Needs {@link holdNewFiles} before. */
export async function addNewFiles(
  { tx, boardId, actor, now }: BoardScope,
  task: Pick<TaskCard, "id" | "version">,
  files: readonly NewFile[],
  ids: readonly AttachmentId[],
  storage: Pick<FileStorage, "exists">,
): Promise<ChangeOf<"attachment.created">[]> {
  // All at once: a bucket may take seconds for each, and the transaction waits.
  const stored = await Promise.all(files.map(({ sha256 }) => storage.exists(sha256)));
  if (stored.includes(false)) throw new Error("The bytes of a file were deleted before it was recorded");
  const changes: ChangeOf<"attachment.created">[] = [];
  for (const [index, { name, type, size, sha256 }] of files.entries()) {
    const attachment: Attachment = {
      ...{ id: ids[index]!, name, type, size, sha256, width: null, height: null, removedAt: null },
      preview: hasPreview(type) ? "pending" : "none",
      uploadedBy: actor.userId,
      createdAt: now,
    };
    if (!(await insertAttachment(tx, boardId, task.id, attachment))) refuse("ID_TAKEN");
    changes.push(planAttachmentCreate({ id: task.id, version: task.version + index }, attachment));
  }
  const last = changes.at(-1);
  if (last) await countAttachments(tx, task.id, last.payload.version);
  return changes;
}
