import type { ClientBase } from "pg";
import { createChance } from "./create-chance.ts";
import { dirtyPeople } from "./dirt/people-dirt.ts";
import { spreadDirt } from "./dirt/spread-dirt.ts";
import { fillAutomations } from "./fill-automations.ts";
import { fillBoards } from "./fill-boards.ts";
import { fillHistories } from "./fill-histories.ts";
import { fillPeople, type OldPerson } from "./fill-people.ts";
import { fillTaskParts } from "./fill-task-parts.ts";
import { fillTasks } from "./fill-tasks.ts";
import { inSchema } from "./in-schema.ts";
import { addNewerTables, dropNewerTables, isEarly } from "./old-tables.ts";
import { planCourses } from "./plan-courses.ts";

type Size = { boards: number; tasks: number; events: number };

const tables = [
  "User",
  "Board",
  "Column",
  "Project",
  "Task",
  "ChecklistItem",
  "Tag",
  "TaskTag",
  "TaskEvent",
  "Rule",
  "RecurringTemplate",
  "Hint",
  "EmailActionToken",
] as const;

export type OldCounts = Partial<Record<(typeof tables)[number], number>>;

/**
 * Fills the predecessor's empty tables with what people write and with every kind of dirt (`dirt/`). The same seed and
 * size give the same content.
 * @returns who can sign in (two of them twice, with addresses that differ only by case), the boards without dirt of
 * their own, and how many rows there are.
 */
export async function fillOldDatabase(
  client: ClientBase,
  { schema = "public", seed, now, ...size }: { schema?: string; seed: number; now: Date } & Size,
): Promise<{ people: OldPerson[]; boardIds: string[]; counts: OldCounts }> {
  return inSchema(client, schema, async () => {
    const early = await isEarly(client);
    if (early) await addNewerTables(client);
    await createChance(client, { seed, now });
    const people = await fillPeople(client, seed);
    await fillBoards(client, size.boards);
    await fillAutomations(client, size.boards);
    await planCourses(client, size);
    await fillTasks(client);
    await fillHistories(client);
    await fillTaskParts(client);
    await spreadDirt({ client, seed, boards: size.boards, tasks: size.tasks });
    if (early) await dropNewerTables(client);
    const { rows } = await client.query<{ id: string }>(
      `SELECT pg_temp.made('board', board) AS id FROM generate_series(1, $1::int) AS board`,
      [size.boards],
    );
    return {
      people: [...people, ...dirtyPeople],
      boardIds: rows.map(({ id }) => id),
      counts: await countRows(client, early),
    };
  });
}

/** Counts, and lets the planner know: nothing else would on a server without autovacuum. */
async function countRows(client: ClientBase, early: boolean): Promise<OldCounts> {
  const counts: OldCounts = {};
  for (const table of tables) {
    if (early && (table === "Hint" || table === "EmailActionToken")) continue;
    await client.query(`ANALYZE "${table}"`);
    const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}"`);
    counts[table] = rows[0]?.count ?? 0;
  }
  return counts;
}
