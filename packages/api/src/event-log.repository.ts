import type { BoardEvent } from "@kanban/domain/board-event";
import type { Change } from "@kanban/domain/change";
import type { BoardId, MutationId, UserId } from "@kanban/domain/ids";
import type { ApiDb, ApiTx, SqlTx } from "./context.ts";

type EventRow = {
  id: string;
  seq: bigint | string;
  mutationId: MutationId;
  actor: { userId: UserId; means: BoardEvent["actor"]["means"] };
  at: Date;
  type: string;
  payload: unknown;
};

/** The events of a board with `from <= seq <= to`, in order. The caller has checked who asks. */
export async function listEvents(db: ApiDb | SqlTx, boardId: BoardId, from: number, to: number): Promise<BoardEvent[]> {
  const sql: SqlTx["sql"] = "sql" in db ? db.sql : (strings, ...values) => db.$queryRaw(strings, ...values);
  const rows = await sql<EventRow>`
    SELECT id::text, board_seq AS seq, mutation_id::text AS "mutationId", actor, occurred_at AS at, type, payload
    FROM event_log WHERE board_id = ${boardId}::uuid AND board_seq BETWEEN ${from}::bigint AND ${to}::bigint
    ORDER BY board_seq`;
  return rows.map(eventOfRow);
}

/** Whether an event is in a board's log: one that is not was undone when the database was restored. */
export async function hasHappened(tx: ApiTx, boardId: BoardId, eventId: string): Promise<boolean> {
  return (await tx.eventLog.findFirst({ where: { id: eventId, boardId }, select: { id: true } })) !== null;
}

function eventOfRow(row: EventRow): BoardEvent {
  const { userId, means } = row.actor;
  return {
    seq: Number(row.seq),
    id: row.id,
    mutationId: row.mutationId,
    actor: { userId, means },
    at: row.at.toISOString(),
    // Written by `closeMutation` from this very type; a type of a newer build passes through as it is.
    change: { type: row.type, payload: row.payload } as Change,
  };
}
