import pg, { type ClientBase } from "pg";
import { copyRows } from "./copy-rows.ts";
import type { KeptRow } from "./keeper.ts";
import { keptRows } from "./kept-row-target.ts";
import { readMove } from "./move-state.ts";
import { oldTable, type OldSource } from "./old-source.ts";
import { oldTables } from "./old-tables.ts";

/** Tables whose rows have no place of their own yet: they are kept whole, for the day they have one. */
const withoutPlace: Record<string, string> = {
  Rule: "there are no rules yet: kept for when there are",
  RecurringTemplate: "nothing recurs yet: kept for when it does",
  Hint: "a hint of the predecessor's agents: ours read the text anew and propose their own",
  LocalBrain: "notes of the predecessor's assistant, which has no successor",
};

/** Its own book-keeping, and what is not carried on purpose. */
const passedOver = ["_prisma_migrations", "EmailActionToken"];

export type NotCarried = { table: string; rows: number; reason: string }[];

/**
 * Keeps every old row that belongs to no board or task that was taken over, and those of tables that have no place, as
 * they are; in one transaction, replacing what was kept before. E-mail links that were used or have expired are not kept:
 * they are void, and secrets.
 */
export async function keepLooseRows(source: OldSource, target: ClientBase): Promise<void> {
  const voidAt = await readVoidAt(target);
  await target.query("BEGIN");
  await target.query(
    `DELETE FROM predecessor_row WHERE board_id IS NULL AND "table" <> 'User' AND "table" NOT LIKE 'worker.%'`,
  );
  for (const { table, text, reason } of looseRows(source, voidAt)) {
    const { rows } = await source.client.query<{ id: string; row: object }>(text);
    const kept = rows.map(({ id, row }): KeptRow => ({ table, id, boardId: null, kind: "row", row, reason }));
    await copyRows(target, keptRows, keptRows.from(kept));
  }
  await target.query("COMMIT");
}

/** When e-mail links count as expired: at the beginning of the move, so that the same ones do whenever it is verified. */
export async function readVoidAt(target: ClientBase): Promise<Date> {
  return new Date((await readMove(target))?.beganAt ?? Date.now());
}

/** Where those rows are: queries that answer `id` and `row`. */
export function looseRows(source: OldSource, voidAt: Date): LooseRows[] {
  const { present } = source;
  const found = [...orphans((name) => oldTable(source, name))];
  for (const name of present.keys()) {
    if (name in oldTables || passedOver.includes(name)) continue;
    const reason = withoutPlace[name] ?? "a table this version does not know";
    const id = present.get(name)!.has("id") ? "coalesce(r.id::text, md5(r::text))" : "md5(r::text)";
    found.push({
      table: name,
      // Nobody promises that no two rows are alike.
      text: `SELECT id || CASE WHEN number > 1 THEN ' ' || number ELSE '' END AS id, row FROM (
        SELECT ${id} AS id, to_jsonb(r) AS row, row_number() OVER (PARTITION BY ${id} ORDER BY r::text) AS number
        FROM ${nameIn(source, name)} AS r) AS numbered`,
      reason,
    });
  }
  if (present.has("EmailActionToken"))
    found.push({
      table: "EmailActionToken",
      text: `SELECT r.id::text AS id, to_jsonb(r) AS row FROM ${nameIn(source, "EmailActionToken")} AS r WHERE NOT ${isVoid(voidAt)}`,
      reason: "links in letters do nothing yet: kept until it expires",
    });
  return found;
}

/** Rows that are not even kept, with the reason. */
export async function countVoid(source: OldSource, voidAt: Date): Promise<NotCarried> {
  if (!source.present.has("EmailActionToken")) return [];
  const { rows } = await source.client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${nameIn(source, "EmailActionToken")} WHERE ${isVoid(voidAt)}`,
  );
  return [{ table: "EmailActionToken", rows: rows[0]!.count, reason: "used or expired" }];
}

const isVoid = (at: Date) => `("usedAt" IS NOT NULL OR "expiresAt" <= '${at.toISOString().slice(0, -1)}'::timestamp)`;

function nameIn({ schema }: OldSource, table: string): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`;
}

type LooseRows = { table: string; text: string; reason: string };

/** Rows whose board or task is not there, or not on the same board. */
function orphans(table: (name: keyof typeof oldTables) => string): LooseRows[] {
  const noBoard = `NOT EXISTS (SELECT FROM ${table("Board")} AS b WHERE b.id = r."boardId")`;
  const noTask = `NOT EXISTS (SELECT FROM ${table("Task")} AS t JOIN ${table("Board")} AS b ON b.id = t."boardId" WHERE t.id = r."taskId")`;
  const noTag = `NOT EXISTS (SELECT FROM ${table("Tag")} AS g JOIN ${table("Task")} AS t ON t."boardId" = g."boardId"
    WHERE g.id = r."tagId" AND t.id = r."taskId")`;
  const whole = (name: keyof typeof oldTables, condition: string, reason: string, id = "r.id::text"): LooseRows => {
    return {
      table: name,
      text: `SELECT ${id} AS id, to_jsonb(r) AS row FROM ${table(name)} AS r WHERE ${condition}`,
      reason,
    };
  };
  const pair = `r."taskId" || ' ' || r."tagId"`;
  return [
    ...(["Column", "Project", "Tag", "Task"] as const).map((name) => whole(name, noBoard, "its board is not there")),
    ...(["ChecklistItem", "TaskEvent"] as const).map((name) => whole(name, noTask, "its task is not there")),
    whole("TaskTag", noTask, "its task is not there", pair),
    whole("TaskTag", `NOT ${noTask} AND ${noTag}`, "its tag is not on the task's board", pair),
  ];
}
