import type { Tag } from "@kanban/domain/entities";
import type { BoardId, TagId, TaskId } from "@kanban/domain/ids";
import type { ApiTx } from "../context.ts";

/** Reads a tag and keeps others from giving it to a task, changing or removing it until the commit. */
export async function lockTag(tx: ApiTx, boardId: BoardId, tagId: TagId): Promise<Tag | null> {
  const [tag] = await tx.$queryRaw<Tag[]>`
    SELECT id::text, name, color FROM tag WHERE id = ${tagId}::uuid AND board_id = ${boardId}::uuid FOR UPDATE`;
  return tag ?? null;
}

/** Whether another tag of the board has the name; the database folds case, because its unique index does. */
export async function isTagNameTaken(tx: ApiTx, boardId: BoardId, tagId: TagId, name: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM tag WHERE board_id = ${boardId}::uuid AND lower(name) = lower(${name}) AND id <> ${tagId}::uuid`;
  return rows.length > 0;
}

/** How many tags the board has. */
export async function countTags(tx: ApiTx, boardId: BoardId): Promise<number> {
  return tx.tag.count({ where: { boardId } });
}

/** Stores a new tag; false when its id is taken. */
export async function insertTag(tx: ApiTx, boardId: BoardId, { id, name, color }: Tag): Promise<boolean> {
  // Only the id may be taken silently: a name that came in between is an error, and the mutation looks again.
  const inserted = await tx.$executeRaw`
    INSERT INTO tag (id, board_id, name, color) VALUES (${id}::uuid, ${boardId}::uuid, ${name}, ${color})
    ON CONFLICT (id) DO NOTHING`;
  return inserted === 1;
}

/** Writes what changes of a tag. */
export async function writeTag(tx: ApiTx, tagId: TagId, fields: Partial<Omit<Tag, "id">>): Promise<void> {
  await tx.tag.update({ where: { id: tagId }, data: fields, select: { id: true } });
}

/** Deletes a tag and takes it off its tasks; answers which those were. The caller holds its lock. */
export async function deleteTag(tx: ApiTx, tagId: TagId): Promise<{ id: TaskId }[]> {
  const tasks = await tx.$queryRaw<{ id: TaskId }[]>`
    SELECT task_id::text AS id FROM task_tag WHERE tag_id = ${tagId}::uuid ORDER BY task_id`;
  await tx.tag.delete({ where: { id: tagId }, select: { id: true } });
  return tasks;
}
