import pg, { type ClientBase } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { copyRows } from "./copy-rows.ts";
import type { KeptRow } from "./keeper.ts";
import { keptRows } from "./kept-row-target.ts";
import { linesOf } from "./lines-of.ts";
import { oldTable, type OldSource } from "./old-source.ts";
import { oldTables, type OldTableName } from "./old-tables.ts";

/*
 * Late installations of the predecessor had the same tables twice, for the API and for the worker, once copied and from
 * then on each on its own. The API's rows are what people saw, so they are what is carried. A row that only the worker's
 * copy has was made there or deleted by the API: nobody can tell, and nothing deleted may come back. So what the copy
 * says differently is kept beside, and named.
 */

/** The name under which rows of the worker's copy are kept. */
export const ofCopy = (table: string) => `worker.${table}`;

const passedOver = ["_prisma_migrations", "EmailActionToken"];

/** The tables of the copy that are compared. */
export function copiedTables(copy: OldSource): string[] {
  return [...copy.present.keys()].filter((table) => !passedOver.includes(table));
}

/** Keeps every row of the worker's copy that is not, letter for letter, a row of the API's; in one transaction. */
export async function keepCopyRows(source: OldSource, copy: OldSource, target: ClientBase): Promise<void> {
  await target.query("BEGIN");
  await target.query(`DELETE FROM predecessor_row WHERE "table" LIKE 'worker.%'`);
  for (const table of copiedTables(copy)) {
    const { onlyThere, different } = await compareCopies(source, copy, table);
    for (const [ids, reason] of [
      [onlyThere, "only in the worker's copy: made there, or deleted by the API"],
      [different, "the worker's copy says otherwise: the API's row was taken"],
    ] as const) {
      const { rows } = await copy.client.query<{ id: string; row: object }>(
        `SELECT ${keyOf(copy, table)} AS id, to_jsonb(r) AS row FROM ${rowsOf(copy, table)} AS r WHERE ${keyOf(copy, table)} = ANY($1)`,
        [ids],
      );
      const kept = rows.map(({ id, row }): KeptRow => ({
        table: ofCopy(table),
        id,
        boardId: null,
        kind: "row",
        row,
        reason,
      }));
      await copyRows(target, keptRows, keptRows.from(kept));
    }
  }
  await target.query("COMMIT");
}

/** The keys of a table's rows that only the copy has, and of those it has otherwise. */
export async function compareCopies(source: OldSource, copy: OldSource, table: string) {
  const onlyThere: string[] = [];
  const different: string[] = [];
  const theirs = hashes(source, table);
  let next = await theirs.next();
  for await (const line of hashes(copy, table)) {
    const [key, hash] = line.split("\t") as [string, string];
    while (!next.done && next.value.split("\t")[0]! < key) next = await theirs.next();
    if (next.done || next.value.split("\t")[0] !== key) onlyThere.push(key);
    else if (next.value.split("\t")[1] !== hash) different.push(key);
  }
  // What is left has to be read to the end: the connection is in the middle of an answer.
  while (!next.done) next = await theirs.next();
  return { onlyThere, different };
}

async function* hashes(source: OldSource, table: string): AsyncGenerator<string> {
  if (!source.present.has(table)) return;
  const key = keyOf(source, table);
  yield* linesOf(
    source.client.query(
      copyTo(
        `COPY (SELECT ${key}, md5(r::text) FROM ${rowsOf(source, table)} AS r ORDER BY ${key} COLLATE "C") TO STDOUT`,
      ),
    ),
  );
}

function rowsOf(source: OldSource, table: string): string {
  if (table in oldTables) return oldTable(source, table as OldTableName);
  return `${pg.escapeIdentifier(source.schema)}.${pg.escapeIdentifier(table)}`;
}

function keyOf(source: OldSource, table: string): string {
  if (table === "TaskTag") return `(r."taskId" || ' ' || r."tagId")`;
  return source.present.get(table)?.has("id") ? "r.id::text" : "md5(r::text)";
}
