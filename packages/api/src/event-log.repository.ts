import type { BoardEvent } from "@kanban/domain/board-event";
import type { Change } from "@kanban/domain/change";
import type { BoardId, MutationId, UserId } from "@kanban/domain/ids";
import type { ApiDb, ApiTx } from "./context.ts";

/** The events of a board with `from <= seq <= to`, in order. The caller has checked who asks. */
export async function listEvents(db: ApiDb | ApiTx, boardId: BoardId, from: number, to: number): Promise<BoardEvent[]> {
  const rows = await db.eventLog.findMany({
    where: { boardId, boardSeq: { gte: from, lte: to } },
    orderBy: { boardSeq: "asc" },
    select: { id: true, boardSeq: true, mutationId: true, actor: true, occurredAt: true, type: true, payload: true },
  });
  return rows.map((row) => {
    // Written by `closeMutation` from these very types; types of a newer build pass through as they are.
    const { userId, means } = row.actor as { userId: UserId; means: BoardEvent["actor"]["means"] };
    return {
      seq: Number(row.boardSeq),
      id: row.id,
      mutationId: row.mutationId as MutationId,
      actor: { userId, means },
      at: row.occurredAt.toISOString(),
      change: { type: row.type, payload: row.payload } as Change,
    };
  });
}
