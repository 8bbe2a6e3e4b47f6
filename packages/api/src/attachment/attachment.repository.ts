import { Prisma } from "@kanban/db-api/client";
import type { Attachment, Cover, PreviewState } from "@kanban/domain/entities";
import type { AttachmentId, BoardId, TaskId } from "@kanban/domain/ids";
import { advisoryLocks } from "@kanban/messaging/advisory-locks";
import type { ApiTx } from "../context.ts";

const asJson = Prisma.sql`json_build_object('id', a.id, 'name', a.name, 'type', a.type, 'size', a.size,
  'sha256', a.sha256, 'preview', a.preview, 'width', a.width, 'height', a.height, 'uploadedBy', a.uploaded_by,
  'createdAt', a.created_at, 'removedAt', a.removed_at)`;

/** The files of `task t` as JSON, in the order they came. */
export const attachmentsOfTask = Prisma.sql`
  SELECT coalesce(json_agg(${asJson} ORDER BY a.created_at, a.id), '[]') FROM attachment a WHERE a.task_id = t.id`;

/** PostgreSQL writes times in JSON in a form of its own. */
export function attachmentOfJson(row: Attachment): Attachment {
  const { createdAt, removedAt } = row;
  return {
    ...row,
    createdAt: new Date(createdAt).toISOString(),
    removedAt: removedAt === null ? null : new Date(removedAt).toISOString(),
  };
}

/** The files of a task, removed ones among them. Its lock, which `mutateBoard` holds, keeps them as they are. */
export async function listAttachments(tx: ApiTx, taskId: TaskId): Promise<Attachment[]> {
  const rows = await tx.$queryRaw<{ attachment: Attachment }[]>`
    SELECT ${asJson} AS attachment FROM attachment a WHERE a.task_id = ${taskId}::uuid ORDER BY a.created_at, a.id`;
  return rows.map(({ attachment }) => attachmentOfJson(attachment));
}

/**
 * Until the commit, keeps stored files from being taken for forgotten and other files from coming to the board, so that
 * its quota is judged by what is there.
 */
export async function holdFilesOfBoard(tx: ApiTx, boardId: BoardId): Promise<void> {
  const [space, id] = advisoryLocks.storedFiles;
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock_shared(${space}::int, ${id}::int),
      pg_advisory_xact_lock(hashtextextended('files of board ' || ${boardId}, 0))`;
}

/** Bytes of all files of a board, of removed ones, too, as long as they are kept. */
export async function sumBytesOfBoard(db: Pick<ApiTx, "$queryRaw">, boardId: BoardId): Promise<number> {
  const [row] = await db.$queryRaw<{ bytes: number }[]>`
    SELECT coalesce(sum(size), 0)::float8 AS bytes FROM attachment WHERE board_id = ${boardId}::uuid`;
  return row?.bytes ?? 0;
}

/** Stores a new file's row; false when its id is taken. */
export async function insertAttachment(
  tx: ApiTx,
  boardId: BoardId,
  taskId: TaskId,
  attachment: Attachment,
): Promise<boolean> {
  const { size, createdAt, removedAt: _removedAt, ...fields } = attachment;
  const row = { ...fields, boardId, taskId, size: BigInt(size), createdAt: new Date(createdAt) };
  const { count } = await tx.attachment.createMany({ data: [row], skipDuplicates: true });
  return count === 1;
}

/**
 * Stores copies of files that are on another task of the board: the same bytes, with the picture there is of them. They
 * count once more against the board's quota, without being held up by it: nothing new is stored.
 */
export async function copyAttachments(
  tx: ApiTx,
  boardId: BoardId,
  taskId: TaskId,
  copies: readonly Attachment[],
): Promise<boolean> {
  const sha256s = copies.map(({ sha256 }) => sha256);
  const made = await tx.attachment.findMany({
    where: { boardId, sha256: { in: sha256s }, previewSha256: { not: null } },
    select: { sha256: true, previewSha256: true },
  });
  const previews = new Map(made.map((row) => [row.sha256, row.previewSha256]));
  const { count } = await tx.attachment.createMany({
    skipDuplicates: true,
    data: copies.map(({ size, createdAt, ...fields }) => ({
      ...fields,
      ...{ boardId, taskId, size: BigInt(size), createdAt: new Date(createdAt), removedAt: null },
      previewSha256: previews.get(fields.sha256) ?? null,
    })),
  });
  return count === copies.length;
}

/** Writes what changes of a file's row. */
export async function updateAttachment(
  tx: ApiTx,
  id: AttachmentId,
  fields: { name?: string; removedAt?: Date | null },
): Promise<void> {
  await tx.attachment.update({ where: { id }, data: fields, select: { id: true } });
}

/** Writes what the worker said of a file's preview; false when the file, of these bytes, is none that waits for it. */
export async function writePreview(
  tx: ApiTx,
  file: { taskId: TaskId; attachmentId: AttachmentId; sha256: string },
  made: { preview: PreviewState; previewSha256: string | null; width: number | null; height: number | null },
): Promise<boolean> {
  const { taskId, attachmentId: id, sha256 } = file;
  const { count } = await tx.attachment.updateMany({ where: { id, taskId, sha256, preview: "pending" }, data: made });
  return count === 1;
}

/** Keeps the task's version and count in step with its files. */
export async function countAttachments(tx: ApiTx, taskId: TaskId, version: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE task SET version = ${version}::int, attachment_count =
      (SELECT count(*)::int FROM attachment WHERE task_id = ${taskId}::uuid AND removed_at IS NULL)
    WHERE id = ${taskId}::uuid`;
}

/** Writes the image on a task's card. */
export async function writeCover(tx: ApiTx, taskId: TaskId, cover: Cover | null, version: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE task SET version = ${version}::int, cover = ${cover && JSON.stringify(cover)}::jsonb
    WHERE id = ${taskId}::uuid`;
}
