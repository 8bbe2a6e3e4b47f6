import type { ClientBase } from "pg";
import { keepLooseRows } from "./keep-loose-rows.ts";
import { endSnapshot, type OldSource } from "./old-source.ts";
import type { Progress } from "./progress.ts";
import { readFingerprints, readOldUsers } from "./read-old-board.ts";
import { syncBoard } from "./sync-board.ts";
import { forgetPeople, syncPeople } from "./sync-people.ts";
import { keepCopyRows } from "./worker-copy.ts";

export type Passed = { boards: number; rows: number; events: number };

/**
 * Looks at the old database as it is at one moment, and brings every board that is not as it was at the last look.
 * Each board is a transaction of its own that remembers what it has brought, so a pass may end anywhere.
 */
export async function pass(
  source: OldSource,
  target: ClientBase,
  on: { people(): void; boards(count: number, rows: number): Progress; keptRows(): void },
): Promise<Passed> {
  const { client, copy } = source;
  const snapshot = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
  await client.query(snapshot);
  await copy?.client.query(snapshot);
  try {
    on.people();
    const people = await syncPeople(target, await readOldUsers(source));
    const signs = await readFingerprints(source, people.heir.userId);
    const known = await readKnown(target);
    const changed = [...signs]
      .filter(([boardId, { fingerprint }]) => known.get(boardId) !== fingerprint)
      .map(([boardId, sign]) => ({ boardId, sign }));
    const progress = on.boards(
      changed.length,
      changed.reduce((sum, { sign }) => sum + sign.events, 0),
    );
    const passed: Passed = { boards: changed.length, rows: 0, events: 0 };
    try {
      for (const { boardId, sign } of changed) {
        const { rows, events } = await syncBoard(source, target, boardId, { sign, people });
        passed.rows += rows;
        passed.events += events;
        progress.add(sign.events);
      }
      for (const boardId of known.keys()) if (!signs.has(boardId)) await forgetBoard(target, boardId);
      await forgetPeople(target, people);
    } finally {
      progress.end();
    }
    on.keptRows();
    await keepLooseRows(source, target);
    if (copy) await keepCopyRows(source, copy, target);
    return passed;
  } finally {
    await endSnapshot(client);
    if (copy) await endSnapshot(copy.client);
  }
}

async function readKnown(target: ClientBase): Promise<Map<string, string>> {
  const { rows } = await target.query<{ id: string; fingerprint: string }>(
    "SELECT id::text, fingerprint FROM predecessor_board",
  );
  return new Map(rows.map(({ id, fingerprint }) => [id, fingerprint]));
}

/** A board deleted in the old database after it was brought: nobody has seen it here, so it goes without a trace. */
async function forgetBoard(target: ClientBase, boardId: string): Promise<void> {
  await target.query("BEGIN");
  for (const table of ["event_log", "task_transition", "task", `"column"`, "predecessor_row"])
    await target.query(`DELETE FROM ${table} WHERE board_id = $1`, [boardId]);
  for (const table of ["board", "predecessor_board"])
    await target.query(`DELETE FROM ${table} WHERE id = $1`, [boardId]);
  await target.query("COMMIT");
}
