import type { BoardId, UserId } from "@kanban/domain/ids";
import type { ApiDb } from "../context.ts";
import { type Reading, type ReadingRow, readingsOf } from "../hint/reading.repository.ts";
import { type Watcher, type WatcherRow, watchersOf } from "../presence/presence.repository.ts";

export type StreamState = {
  /** False once the session behind the stream has been revoked or has expired. */
  isSignedIn: boolean;
  epoch: string;
  /** The clocks of those boards the user may still read. */
  seqs: Map<BoardId, number>;
  /** Who looks at each board, in a fixed order; nobody unless asked for. */
  watchers: Map<BoardId, Watcher[]>;
  /** What agents are at on each board, in a fixed order; nothing unless asked for. */
  readings: Map<BoardId, Reading[]>;
};

type StreamRow = {
  isSignedIn: boolean;
  epoch: string;
  boards: { id: BoardId; seq: number }[] | null;
  watchers: WatcherRow[] | null;
  readings: ReadingRow[] | null;
};

/** What a live stream asks each time before it tells anything: is this still allowed, and what is new? One query. */
export async function findStreamState(
  db: ApiDb,
  asked: {
    userId: UserId;
    sessionId: string | null;
    boardIds: BoardId[];
    withPresence: boolean;
    withReadings: boolean;
  },
): Promise<StreamState> {
  const { userId, sessionId, boardIds, withPresence, withReadings } = asked;
  const [row] = await db.$queryRaw<StreamRow[]>`
    SELECT i.epoch::text,
      ${sessionId}::uuid IS NULL OR EXISTS (
        SELECT FROM session s
        WHERE s.id = ${sessionId}::uuid AND s.user_id = ${userId}::uuid AND s.expires_at > now()) AS "isSignedIn",
      (SELECT jsonb_agg(jsonb_build_object('id', b.id, 'seq', b.seq))
       FROM board b JOIN board_member m ON m.board_id = b.id
       WHERE b.id = ANY(${boardIds}::uuid[]) AND b.deleted_at IS NULL AND m.user_id = ${userId}::uuid) AS boards,
      (SELECT jsonb_agg(w ORDER BY w."boardId", w."userId") FROM (${watchersOf(boardIds)}) AS w
       WHERE ${withPresence}::bool) AS watchers,
      (SELECT jsonb_agg(r ORDER BY r."boardId", r."taskId", r.agent) FROM (${readingsOf(boardIds, userId)}) AS r
       WHERE ${withReadings}::bool) AS readings
    FROM instance i`;
  if (!row) throw new Error("The instance row is missing");
  return {
    isSignedIn: row.isSignedIn,
    epoch: row.epoch,
    seqs: new Map((row.boards ?? []).map(({ id, seq }) => [id, seq])),
    watchers: byBoard(row.watchers ?? []),
    readings: byBoard(row.readings ?? []),
  };
}

function byBoard<Row extends { boardId: BoardId }>(rows: readonly Row[]): Map<BoardId, Omit<Row, "boardId">[]> {
  const found = new Map<BoardId, Omit<Row, "boardId">[]>();
  for (const { boardId, ...told } of rows) found.set(boardId, [...(found.get(boardId) ?? []), told]);
  return found;
}
