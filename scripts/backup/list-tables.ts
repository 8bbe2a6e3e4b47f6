import type { ClientBase } from "pg";
import type { TableManifest } from "./manifest.ts";

export type Table = Pick<TableManifest, "schema" | "name" | "columns"> & {
  /** Its primary key: rows are read in this order, so that the same rows have the same checksum. */
  key: string[];
};

/** Of the job engine's tables those that hold what cannot be made again: letters to be sent, jobs set aside. */
const queueTables = ["queue", "job"];

/** Made again by triggers while the tables they follow are filled. */
const derivedTables = ["task_search"];

/** The tables of a database that belong into a backup, each after those it refers to. */
export async function listTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table & { id: string; refersTo: string[] }>(
    `SELECT c.oid::text AS id, n.nspname AS schema, c.relname AS name,
       ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
               AND attgenerated = '' ORDER BY attnum) AS columns,
       ARRAY(SELECT a.attname::text FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
               JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
             WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY k.place) AS key,
       ARRAY(SELECT confrelid::text FROM pg_constraint
             WHERE conrelid = c.oid AND contype = 'f' AND confrelid <> c.oid) AS "refersTo"
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND (n.nspname = 'public' AND c.relname <> ALL($2) OR n.nspname = 'pgboss' AND c.relname = ANY($1))
     ORDER BY n.nspname DESC, c.relname`,
    [queueTables, derivedTables],
  );
  const keyless = rows.find(({ key }) => key.length === 0);
  if (keyless) throw new Error(`The table ${keyless.name} has no primary key, so it cannot be compared.`);
  const ordered: typeof rows = [];
  let waiting = rows;
  while (waiting.length > 0) {
    const isReady = ({ refersTo }: (typeof rows)[number]) =>
      refersTo.every((id) => !waiting.some((other) => other.id === id));
    const ready = waiting.filter(isReady);
    if (ready.length === 0)
      throw new Error(`Tables refer to each other in a circle: ${waiting.map((t) => t.name).join()}`);
    ordered.push(...ready);
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return ordered.map(({ schema, name, columns, key }) => ({ schema, name, columns, key }));
}
