import type { PoolClient } from "pg";
import { type InboxEvent, isUuid } from "./inbox-table.ts";

/** How long a board waits for a missing event before it is asked for as a whole, and how often that is repeated. */
const patienceSeconds = 5;
const askAgainSeconds = 60;

/**
 * The order in which the events of boards are applied: one after the other by `boardSeq`, none left out, all in one
 * epoch of their sender. Lives for one batch; what it learns is written by `save`, in the batch's transaction.
 */
export type BoardOrder = {
  /**
   * `now`: it is its turn, or it has no place in a board's order. `later`: an earlier event of its board is missing, or
   * a snapshot in its epoch is: it is left where it is. `never`: it stands before the latest snapshot and in another
   * epoch, so it was undone when its database was restored.
   */
  turnOf(event: InboxEvent): "now" | "later" | "never";
  /** Whether its board is past an event already: it comes again, or a snapshot has told what it did. */
  isBehind(event: InboxEvent): boolean;
  /** The event is settled, one way or another: the next of its board may come. */
  passed(event: InboxEvent): void;
  /**
   * Whether a snapshot of a board at `seq` tells nothing new: it or one after it has been put in place, or later events
   * of its epoch have been applied.
   */
  isOutdated(event: InboxEvent, seq: number): boolean;
  /** The last page of a snapshot has taken the place of everything up to `seq`. */
  restartAt(event: InboxEvent, seq: number): void;
  save(): Promise<void>;
};

type Cursor = {
  seq: number;
  /** In which `seq` counts; `null`: not known yet, matches any. */
  epoch: string | null;
  /** Place in the inbox of the latest snapshot. */
  resetPosition: number | null;
};

/** Reads where the boards of a batch stand. Events without a place in a board's order are never held. */
export async function openBoardOrder(tx: PoolClient, events: readonly InboxEvent[]): Promise<BoardOrder> {
  const boardIds = [...new Set(events.flatMap(({ boardId }) => boardId ?? []))];
  const { rows } = await tx.query<Cursor & { boardId: string }>({
    name: "board-cursors",
    text: `SELECT board_id AS "boardId", epoch, seq::float8, reset_position::float8 AS "resetPosition"
           FROM board_cursor WHERE board_id::text = ANY($1)`,
    values: [boardIds],
  });
  const cursors = new Map(rows.map(({ boardId, ...cursor }) => [boardId, cursor]));
  const moved = new Set<string>();
  const waiting = new Map<string, { isStranger: boolean }>();
  const cursorOf = (boardId: string): Cursor => cursors.get(boardId) ?? { seq: 0, epoch: null, resetPosition: null };
  const isStranger = (event: InboxEvent, { epoch }: Cursor) =>
    epoch !== null && event.epoch !== null && event.epoch !== epoch;
  const moveTo = (boardId: string, cursor: Cursor) => {
    cursors.set(boardId, cursor);
    moved.add(boardId);
    waiting.delete(boardId);
  };
  return {
    turnOf: (event) => {
      if (!hasPlace(event)) return "now";
      const cursor = cursorOf(event.boardId);
      const isForeign = isStranger(event, cursor);
      if (isForeign && event.position < (cursor.resetPosition ?? 0)) return "never";
      if (!isForeign && event.boardSeq <= cursor.seq + 1) return "now";
      waiting.set(event.boardId, { isStranger: isForeign });
      return "later";
    },
    isBehind: (event) => {
      if (!hasPlace(event)) return false;
      const cursor = cursorOf(event.boardId);
      return !isStranger(event, cursor) && event.boardSeq <= cursor.seq;
    },
    passed: (event) => {
      if (!hasPlace(event)) return;
      const cursor = cursorOf(event.boardId);
      if (event.boardSeq <= cursor.seq || isStranger(event, cursor)) return;
      moveTo(event.boardId, { ...cursor, seq: event.boardSeq, epoch: event.epoch ?? cursor.epoch });
    },
    isOutdated: (event, seq) => {
      const cursor = cursorOf(event.boardId ?? "");
      if (event.position <= (cursor.resetPosition ?? -1)) return true;
      return !isStranger(event, cursor) && seq < cursor.seq;
    },
    restartAt: (event, seq) => {
      const cursor = cursorOf(event.boardId ?? "");
      if (event.boardId !== null)
        moveTo(event.boardId, { seq, epoch: event.epoch ?? cursor.epoch, resetPosition: event.position });
    },
    save: async () => {
      const changed = [...new Set([...moved, ...waiting.keys()])];
      if (changed.length === 0) return;
      const states = changed.map(cursorOf);
      await tx.query({
        name: "save-board-cursors",
        // Of a new epoch nothing can be applied without a snapshot: the board's patience is over at once.
        text: `INSERT INTO board_cursor AS c (board_id, seq, epoch, reset_position, waiting_since)
               SELECT b.id, b.seq, b.epoch, b.reset_position,
                 CASE b.waits WHEN 'gap' THEN now() WHEN 'epoch' THEN now() - $6::float8 * interval '1 second' END
               FROM unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::bigint[], $5::text[])
                 AS b (id, seq, epoch, reset_position, waits)
               ON CONFLICT (board_id) DO UPDATE SET seq = EXCLUDED.seq, epoch = EXCLUDED.epoch,
                 reset_position = EXCLUDED.reset_position,
                 waiting_since = CASE WHEN EXCLUDED.waiting_since IS NOT NULL
                   THEN least(c.waiting_since, EXCLUDED.waiting_since) END,
                 snapshot_requested_at = CASE WHEN EXCLUDED.waiting_since IS NOT NULL THEN c.snapshot_requested_at END`,
        values: [
          changed,
          states.map(({ seq }) => seq),
          states.map(({ epoch }) => epoch),
          states.map(({ resetPosition }) => resetPosition),
          changed.map((boardId) => waitOf(waiting.get(boardId))),
          patienceSeconds + 1,
        ],
      });
    },
  };
}

function waitOf(wait: { isStranger: boolean } | undefined): "gap" | "epoch" | null {
  if (!wait) return null;
  return wait.isStranger ? "epoch" : "gap";
}

/** The boards that have waited long enough for a missing event, each named once a minute. */
export async function takeImpatientBoards(tx: PoolClient): Promise<string[]> {
  const { rows } = await tx.query<{ boardId: string }>({
    name: "impatient-boards",
    text: `UPDATE board_cursor SET snapshot_requested_at = now()
           WHERE waiting_since < now() - $1::float8 * interval '1 second'
             AND (snapshot_requested_at IS NULL OR snapshot_requested_at < now() - $2::float8 * interval '1 second')
           RETURNING board_id AS "boardId"`,
    values: [patienceSeconds, askAgainSeconds],
  });
  return rows.map(({ boardId }) => boardId);
}

/** Lets all boards wait for a snapshot, as if each had just been asked for; answers nothing, asks nobody. */
export async function holdAllBoards(tx: PoolClient): Promise<void> {
  await tx.query(
    "UPDATE board_cursor SET waiting_since = coalesce(waiting_since, now()), snapshot_requested_at = now()",
  );
}

/** Anything else in these two fields is for the schema check to complain about. */
function hasPlace(event: InboxEvent): event is InboxEvent & { boardId: string; boardSeq: number } {
  return event.boardId !== null && isUuid.test(event.boardId) && Number.isSafeInteger(event.boardSeq);
}
