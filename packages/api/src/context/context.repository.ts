import type { Context } from "@kanban/domain/entities";
import type { BoardId, ColumnId, ContextId, TaskId } from "@kanban/domain/ids";
import type { ApiTx } from "../context.ts";

/** Reads a context and keeps others from giving it to a task, changing or removing it until the commit. */
export async function lockContext(tx: ApiTx, boardId: BoardId, contextId: ContextId): Promise<Context | null> {
  const [context] = await tx.$queryRaw<Context[]>`
    SELECT id::text, name FROM context WHERE id = ${contextId}::uuid AND board_id = ${boardId}::uuid FOR UPDATE`;
  return context ?? null;
}

/** Whether another context of the board has the name; the database folds case, because its unique index does. */
export async function isContextNameTaken(
  tx: ApiTx,
  boardId: BoardId,
  contextId: ContextId,
  name: string,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM context WHERE board_id = ${boardId}::uuid AND lower(name) = lower(${name}) AND id <> ${contextId}::uuid`;
  return rows.length > 0;
}

/** How many contexts the board has. */
export async function countContexts(tx: ApiTx, boardId: BoardId): Promise<number> {
  return tx.context.count({ where: { boardId } });
}

/** Stores a new context; false when its id is taken. */
export async function insertContext(tx: ApiTx, boardId: BoardId, { id, name }: Context): Promise<boolean> {
  // Only the id may be taken silently: a name that came in between is an error, and the mutation looks again.
  const inserted = await tx.$executeRaw`
    INSERT INTO context (id, board_id, name) VALUES (${id}::uuid, ${boardId}::uuid, ${name}) ON CONFLICT (id) DO NOTHING`;
  return inserted === 1;
}

/** Writes what changes of a context. */
export async function writeContext(
  tx: ApiTx,
  contextId: ContextId,
  fields: Partial<Omit<Context, "id">>,
): Promise<void> {
  await tx.context.update({ where: { id: contextId }, data: fields, select: { id: true } });
}

/** Deletes a context and takes it off its tasks and columns; answers which those were. The caller holds its lock. */
export async function deleteContext(
  tx: ApiTx,
  contextId: ContextId,
): Promise<{ tasks: { id: TaskId }[]; columns: { id: ColumnId }[] }> {
  // Locked, because every move of a task tells all its contexts: one in flight must not tell this one afterwards.
  const tasks = await tx.$queryRaw<{ id: TaskId }[]>`
    SELECT t.id::text FROM task t JOIN task_context l ON l.task_id = t.id WHERE l.context_id = ${contextId}::uuid
    ORDER BY t.id FOR NO KEY UPDATE OF t`;
  const columns = await tx.$queryRaw<{ id: ColumnId }[]>`
    SELECT id::text FROM "column" WHERE context_id = ${contextId}::uuid ORDER BY id FOR NO KEY UPDATE`;
  await tx.column.updateMany({ where: { contextId }, data: { contextId: null } });
  await tx.context.delete({ where: { id: contextId }, select: { id: true } });
  return { tasks, columns };
}
