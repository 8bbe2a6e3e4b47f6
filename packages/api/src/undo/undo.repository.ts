import type { Change } from "@kanban/domain/change";
import type { BoardId, MutationId } from "@kanban/domain/ids";
import type { Actor } from "@kanban/events/actor";
import type { ApiTx } from "../context.ts";
import type { Touched } from "./touched-by.ts";

type DoneChange = { seq: number; change: Change };

/**
 * What an actor's own mutations changed on a board, oldest first. Found by the answers kept for them, which say whose
 * they are and where their events stand; a mutation of somebody else or of another board counts as none.
 */
export async function listChangesOf(
  tx: ApiTx,
  boardId: BoardId,
  actor: Actor,
  mutationIds: readonly MutationId[],
): Promise<DoneChange[]> {
  const rows = await tx.$queryRaw<{ seq: bigint; type: string; payload: unknown }[]>`
    SELECT e.board_seq AS seq, e.type, e.payload FROM idempotency_key k
    JOIN event_log e ON e.board_id = ${boardId}::uuid AND e.board_seq >= (k.answer->>'firstSeq')::bigint
      AND e.board_seq < (k.answer->>'firstSeq')::bigint + (k.answer->>'count')::bigint
    WHERE k.actor_key = ${`user:${actor.userId}`} AND k.mutation_id = ANY (${[...mutationIds]}::uuid[])
      AND k.answer->>'boardId' = ${boardId}
    ORDER BY e.board_seq`;
  // Written by `closeMutation` from this very type.
  return rows.map(({ seq, type, payload }) => ({ seq: Number(seq), change: { type, payload } as Change }));
}

/** Holds what undoing writes to the commit, in the order all writers keep: tasks, labels, columns. */
export async function lockTouched(tx: ApiTx, boardId: BoardId, touched: Touched): Promise<void> {
  const { taskIds, columnIds, labelIds } = touched;
  await tx.$executeRaw`
    SELECT FROM task WHERE board_id = ${boardId}::uuid AND id = ANY (${taskIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  if (labelIds.length > 0) {
    await tx.$executeRaw`SELECT FROM context WHERE board_id = ${boardId}::uuid AND id = ANY (${labelIds}::uuid[]) FOR UPDATE`;
    await tx.$executeRaw`SELECT FROM tag WHERE board_id = ${boardId}::uuid AND id = ANY (${labelIds}::uuid[]) FOR UPDATE`;
    await tx.$executeRaw`SELECT FROM project WHERE board_id = ${boardId}::uuid AND id = ANY (${labelIds}::uuid[]) FOR UPDATE`;
  }
  // Any of them may be given back to a task: none may go meanwhile.
  await tx.$executeRaw`SELECT FROM context WHERE board_id = ${boardId}::uuid FOR KEY SHARE`;
  await tx.$executeRaw`SELECT FROM tag WHERE board_id = ${boardId}::uuid FOR KEY SHARE`;
  await tx.$executeRaw`SELECT FROM project WHERE board_id = ${boardId}::uuid FOR KEY SHARE`;
  await tx.$executeRaw`SELECT FROM board_member WHERE board_id = ${boardId}::uuid FOR KEY SHARE`;
  await tx.$executeRaw`
    SELECT FROM "column" WHERE board_id = ${boardId}::uuid AND id = ANY (${columnIds}::uuid[]) ORDER BY id
    FOR NO KEY UPDATE`;
}

/** The name of whoever last changed a task after `since`. */
export async function findLaterHand(
  tx: ApiTx,
  boardId: BoardId,
  taskId: string,
  since: number,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ name: string }[]>`
    SELECT u.name FROM event_log e JOIN "user" u ON u.id = (e.actor->>'userId')::uuid
    WHERE e.aggregate_id = ${taskId}::uuid AND e.board_id = ${boardId}::uuid AND e.board_seq > ${since}::bigint
    ORDER BY e.board_seq DESC LIMIT 1`;
  return row?.name ?? null;
}
