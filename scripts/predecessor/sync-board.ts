import type { ClientBase } from "pg";
import type { OldSource } from "./old-source.ts";
import type { OldTaskEvent } from "./old-tables.ts";
import { type People, placeBoard } from "./place-board.ts";
import { planBoard } from "./plan-board.ts";
import { readBoardState } from "./read-board-state.ts";
import { readOldBoard } from "./read-old-board.ts";
import { writeBoard } from "./write-board.ts";

/** How far behind the latest event taken over others may still appear: a transaction of the old application, and then some. */
const overlapMinutes = 15;

type Sign = { fingerprint: string; events: number };

/**
 * Brings one board to what the old database says, in one transaction, and remembers its sign. Returns how many rows
 * were looked at and how many events were written.
 */
export async function syncBoard(
  source: OldSource,
  target: ClientBase,
  boardId: string,
  { sign, people }: { sign: Sign; people: People },
): Promise<{ rows: number; events: number }> {
  const known = await target.query<{ events: number; since: string | null }>(
    `SELECT events, (last_event_at AT TIME ZONE 'UTC' - interval '${overlapMinutes} minutes')::text AS since
     FROM predecessor_board WHERE id = $1`,
    [boardId],
  );
  const [before] = known.rows;
  const current = before ? await readBoardState(target, boardId) : null;
  let old = await readOldBoard(source, boardId, before?.since ?? null);
  let events = before ? await withoutKnown(target, old.events) : old.events;
  if (before && before.events + events.length !== sign.events) {
    // One came with a time long past, or its task was deleted: all of them have to be compared.
    old = await readOldBoard(source, boardId, null);
    events = await withoutKnown(target, old.events);
  }
  const { wanted, kept } = placeBoard(old, people);
  const plan = planBoard(wanted, current, events, new Date().toISOString());
  await target.query("BEGIN");
  await writeBoard(target, { plan, current, wanted, kept, people });
  await target.query(
    `INSERT INTO predecessor_board (id, fingerprint, events, last_event_at)
     VALUES ($1, $2, $3, $4::timestamp AT TIME ZONE 'UTC')
     ON CONFLICT (id) DO UPDATE SET fingerprint = EXCLUDED.fingerprint, events = EXCLUDED.events,
       last_event_at = greatest(predecessor_board.last_event_at, EXCLUDED.last_event_at)`,
    [boardId, sign.fingerprint, sign.events, events.at(-1)?.createdAt ?? null],
  );
  await target.query("COMMIT");
  const { columns, projects, tags, tasks, checklistItems, taskTags } = old;
  const rows = [columns, projects, tags, tasks, checklistItems, taskTags, events].reduce(
    (sum, list) => sum + list.length,
    1,
  );
  return { rows, events: plan.changes.length };
}

async function withoutKnown(target: ClientBase, events: readonly OldTaskEvent[]): Promise<OldTaskEvent[]> {
  const { rows } = await target.query<{ id: string }>("SELECT id::text FROM event_log WHERE id = ANY($1)", [
    events.map(({ id }) => id),
  ]);
  const known = new Set(rows.map(({ id }) => id));
  return events.filter(({ id }) => !known.has(id));
}
