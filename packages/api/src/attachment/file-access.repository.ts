import type { BoardRole } from "@kanban/domain/entities";
import type { AttachmentId, BoardId, TaskId, UserId } from "@kanban/domain/ids";
import { refuse } from "@kanban/domain/refusal";
import type { ApiDb } from "../context.ts";
import type { FileLimits } from "./create-attachment.ts";

export type FilePlace = { boardId: BoardId; taskId: TaskId; attachmentId: AttachmentId };

/** What is served of a file. */
export type ServedFile = { name: string; type: string; size: number; sha256: string; previewSha256: string | null };

/** A file on a task of one of the user's live boards, or ATTACHMENT_NOT_FOUND. */
export async function findServedFile(
  db: ApiDb,
  userId: UserId,
  { boardId, taskId, attachmentId }: FilePlace,
): Promise<ServedFile> {
  const [row] = await db.$queryRaw<ServedFile[]>`
    SELECT a.name, a.type, a.size::float8 AS size, a.sha256, a.preview_sha256 AS "previewSha256"
    FROM attachment a JOIN board b ON b.id = a.board_id AND b.deleted_at IS NULL
    JOIN board_member m ON m.board_id = b.id AND m.user_id = ${userId}::uuid
    WHERE a.id = ${attachmentId}::uuid AND a.task_id = ${taskId}::uuid AND a.board_id = ${boardId}::uuid
      AND a.removed_at IS NULL`;
  return row ?? refuse("ATTACHMENT_NOT_FOUND");
}

type UploadRow = { role: BoardRole; isTaskThere: boolean; isKnown: boolean; boardBytes: number };

/**
 * How many bytes a person may send for a file, judged before the first one is stored; refused as the upload itself
 * would be. A file that is there is sent again because its answer was lost: its bytes count already.
 */
export async function bytesToAccept(
  db: ApiDb,
  userId: UserId,
  { boardId, taskId, attachmentId }: FilePlace,
  { bytesPerFile, bytesPerBoard }: FileLimits,
): Promise<number> {
  const [row] = await db.$queryRaw<UploadRow[]>`
    SELECT m.role::text,
      EXISTS (SELECT FROM task t WHERE t.id = ${taskId}::uuid AND t.board_id = b.id
        AND t.archived_at IS NULL AND t.deleted_at IS NULL) AS "isTaskThere",
      EXISTS (SELECT FROM attachment a WHERE a.id = ${attachmentId}::uuid AND a.board_id = b.id) AS "isKnown",
      (SELECT coalesce(sum(a.size), 0)::float8 FROM attachment a WHERE a.board_id = b.id) AS "boardBytes"
    FROM board b JOIN board_member m ON m.board_id = b.id AND m.user_id = ${userId}::uuid
    WHERE b.id = ${boardId}::uuid AND b.deleted_at IS NULL`;
  if (!row) return refuse("BOARD_NOT_FOUND");
  if (row.role === "viewer") return refuse("READ_ONLY");
  if (!row.isTaskThere) return refuse("TASK_NOT_FOUND");
  if (row.isKnown) return bytesPerFile;
  const left = bytesPerBoard - row.boardBytes;
  if (left <= 0) return refuse("BOARD_FILES_FULL", { limit: bytesPerBoard });
  return Math.min(bytesPerFile, left);
}
