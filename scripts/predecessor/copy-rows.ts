import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg, { type ClientBase } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { copyText } from "./copy-text.ts";

/** What a column may hold; objects go as JSON. */
export type Value = string | number | boolean | bigint | Date | object | null;

/** How rows of ours are put into a table: `columns` are its own names, `key` those that say which row is meant. */
export type Target = { table: string; columns: readonly string[]; key: readonly string[] };

const list = (names: readonly string[]) => names.map((name) => pg.escapeIdentifier(name)).join(", ");

/** Adds rows in one stream; answers how many. `rows` are made while they are sent, so a million need no memory. */
export async function copyRows(
  client: ClientBase,
  { table, columns }: Pick<Target, "table" | "columns">,
  rows: Iterable<readonly Value[]>,
): Promise<number> {
  const target = client.query(copyFrom(`COPY ${list([table])} (${list(columns)}) FROM STDIN`));
  await pipeline(Readable.from(inChunks(rows), { objectMode: false, highWaterMark: chunk * 2 }), target);
  return target.rowCount;
}

/** Adds rows, and replaces those whose key is there. */
export async function putRows(
  client: ClientBase,
  { table, columns, key }: Target,
  rows: Iterable<readonly Value[]>,
): Promise<void> {
  const passing = `passing_${table}`;
  await client.query(
    `CREATE TEMPORARY TABLE IF NOT EXISTS ${list([passing])} ON COMMIT DROP AS SELECT ${list(columns)} FROM ${list([table])} WITH NO DATA`,
  );
  await copyRows(client, { table: passing, columns }, rows);
  const changes = columns.filter((column) => !key.includes(column));
  await client.query(
    `INSERT INTO ${list([table])} (${list(columns)}) SELECT ${list(columns)} FROM ${list([passing])}
     ON CONFLICT (${list(key)}) DO UPDATE SET ${changes.map((column) => `${list([column])} = EXCLUDED.${list([column])}`).join(", ")}`,
  );
  await client.query(`TRUNCATE ${list([passing])}`);
}

const chunk = 64 * 1024;

function* inChunks(rows: Iterable<readonly Value[]>): Generator<string> {
  let text = "";
  for (const row of rows) {
    for (let index = 0; index < row.length; index++) text += (index === 0 ? "" : "\t") + asText(row[index]!);
    text += "\n";
    if (text.length < chunk) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}

/** A value in PostgreSQL's text format for COPY. */
function asText(value: Value): string {
  if (value === null) return "\\N";
  if (value instanceof Date) return value.toISOString();
  return copyText(typeof value === "object" ? JSON.stringify(value) : String(value));
}
