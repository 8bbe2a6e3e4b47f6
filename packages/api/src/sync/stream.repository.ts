import type { BoardId, UserId } from "@kanban/domain/ids";
import type { ApiDb } from "../context.ts";
import { type Watcher, type WatcherRow, watchersOf } from "../presence/presence.repository.ts";

export type StreamState = {
  /** False once the session behind the stream has been revoked or has expired. */
  isSignedIn: boolean;
  epoch: string;
  /** The clocks of those boards the user may still read. */
  seqs: Map<BoardId, number>;
  /** Who looks at each board, in a fixed order; nobody unless asked for. */
  watchers: Map<BoardId, Watcher[]>;
};

type StreamRow = {
  isSignedIn: boolean;
  epoch: string;
  boards: { id: BoardId; seq: number }[] | null;
  watchers: WatcherRow[] | null;
};

/** What a live stream asks each time before it tells anything: is this still allowed, and what is new? One query. */
export async function findStreamState(
  db: ApiDb,
  asked: { userId: UserId; sessionId: string | null; boardIds: BoardId[]; withPresence: boolean },
): Promise<StreamState> {
  const { userId, sessionId, boardIds, withPresence } = asked;
  const [row] = await db.$queryRaw<StreamRow[]>`
    SELECT i.epoch::text,
      ${sessionId}::uuid IS NULL OR EXISTS (
        SELECT FROM session s
        WHERE s.id = ${sessionId}::uuid AND s.user_id = ${userId}::uuid AND s.expires_at > now()) AS "isSignedIn",
      (SELECT jsonb_agg(jsonb_build_object('id', b.id, 'seq', b.seq))
       FROM board b JOIN board_member m ON m.board_id = b.id
       WHERE b.id = ANY(${boardIds}::uuid[]) AND b.deleted_at IS NULL AND m.user_id = ${userId}::uuid) AS boards,
      (SELECT jsonb_agg(w ORDER BY w."boardId", w."userId") FROM (${watchersOf(boardIds)}) AS w
       WHERE ${withPresence}::bool) AS watchers
    FROM instance i`;
  if (!row) throw new Error("The instance row is missing");
  return {
    isSignedIn: row.isSignedIn,
    epoch: row.epoch,
    seqs: new Map((row.boards ?? []).map(({ id, seq }) => [id, seq])),
    watchers: byBoard(row.watchers ?? []),
  };
}

function byBoard(rows: readonly WatcherRow[]): Map<BoardId, Watcher[]> {
  const watchers = new Map<BoardId, Watcher[]>();
  for (const { boardId, ...watcher } of rows) watchers.set(boardId, [...(watchers.get(boardId) ?? []), watcher]);
  return watchers;
}
