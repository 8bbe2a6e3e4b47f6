import pg from "pg";
import { oldTables, type OldTableName } from "./old-tables.ts";

/** One copy of the predecessor's tables: a connection, the schema they lie in, and what of them is there. */
export type OldSource = {
  client: pg.Client;
  schema: string;
  /** The columns of every table of the schema; one that is not there has none. */
  present: ReadonlyMap<string, ReadonlySet<string>>;
  /** For people: server, database and schema, without a password. */
  name: string;
  /** The URL it was opened with. */
  url: string;
  /** The worker's copy of the same tables, where there is one. */
  copy: OldSource | null;
};

/**
 * Times come as PostgreSQL writes them: they are in UTC, and a Date would be read in the zone of this machine. Numbers
 * in JSON that JavaScript would round stay as they are written.
 */
const parsers: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.TIMESTAMP]: String,
  [pg.types.builtins.JSONB]: parseExactly,
};
const types = {
  getTypeParser: ((oid: number, format?: "text") =>
    parsers[oid] ?? (pg.types.getTypeParser(oid, format) as unknown)) as typeof pg.types.getTypeParser,
};

/**
 * Opens the predecessor's tables to be read, never to be written: the session itself refuses that. The schema is the
 * URL's `?schema=`, else `public`, else `api` where the tables lie in there. The worker's copy is what `copyUrl` names,
 * else the schema `worker` beside `api`, if it is there.
 * @throws when there are no such tables, saying where they were looked for.
 */
export async function openOldSource(url: string, copyUrl: string | null = null): Promise<OldSource> {
  const source = await openTables(url);
  try {
    const beside = Object.assign(new URL(url), { search: "?schema=worker" }).href;
    if (copyUrl) source.copy = await openTables(copyUrl);
    else if (source.schema === "api" && (await hasTables(source.client, "worker")))
      source.copy = await openTables(beside);
    return source;
  } catch (error) {
    await source.client.end();
    throw error;
  }
}

/** All the connections of a source. */
export async function closeOldSource(source: OldSource): Promise<void> {
  await source.client.end();
  await source.copy?.client.end();
}

/** Ends a look at one moment; silent, for a connection that has been lost says so in the query that met it. */
export async function endSnapshot(client: pg.ClientBase): Promise<void> {
  await client.query("ROLLBACK").catch(() => {});
}

async function hasTables(client: pg.Client, schema: string): Promise<boolean> {
  const { rows } = await client.query<{ tables: number }>(
    `SELECT count(*)::int AS tables FROM pg_class WHERE relnamespace = to_regnamespace($1) AND relname = ANY($2)`,
    [schema, required],
  );
  return rows[0]!.tables === required.length;
}

/** A pass keeps what it looks at open for as long as it takes, whatever limits the server has for others. */
export const withoutTimeLimits =
  "SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET idle_session_timeout = 0";

async function openTables(url: string): Promise<OldSource> {
  const { href, schema: asked } = splitUrl(url);
  const client = new pg.Client({
    connectionString: href,
    application_name: "kanban-migrate",
    connectionTimeoutMillis: 10_000,
    types,
  });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(
      `SET TIME ZONE 'UTC'; SET DateStyle = 'ISO'; SET default_transaction_read_only = on; ${withoutTimeLimits}`,
    );
    const schemas = asked ? [asked] : ["public", "api"];
    const { rows } = await client.query<{ schema: string; table: string; columns: string[] }>(
      `SELECT n.nspname AS schema, c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname = ANY($1)
       GROUP BY 1, 2`,
      [schemas],
    );
    const schema = schemas.find((name) =>
      required.every((table) => rows.some((row) => row.schema === name && row.table === table)),
    );
    const { host, pathname, port } = new URL(href);
    const database = decodeURIComponent(pathname.slice(1));
    if (!schema)
      throw new Error(
        `The database ${database} has no tables of the predecessor (${required.join(", ")}) in the schema ${schemas.join(" or ")}. Name another one with ?schema=`,
      );
    const present = new Map(
      rows.filter((row) => row.schema === schema).map(({ table, columns }) => [table, new Set(columns)]),
    );
    const name = `${host}${port ? "" : ":5432"}/${database}?schema=${schema}`;
    return { client, schema, present, name, url, copy: null };
  } catch (error) {
    await client.end();
    throw error;
  }
}

// Newer than what TypeScript knows of (ES proposal "JSON.parse source text access").
type Exactly = { rawJSON(text: string): unknown } & {
  parse(text: string, revive: (key: string, value: unknown, context: { source?: string }) => unknown): unknown;
};

function parseExactly(text: string): unknown {
  const json = JSON as unknown as Exactly;
  return json.parse(text, (_key, value, { source }) =>
    typeof value === "number" && source !== undefined && String(value) !== source ? json.rawJSON(source) : value,
  );
}

/** Without these it is not the predecessor's database. */
const required: readonly OldTableName[] = ["User", "Board", "Column", "Task"];

/** The URL as the driver takes it, and the schema, which is Prisma's own word in it. */
export function splitUrl(url: string): { href: string; schema: string | null } {
  const parsed = new URL(url);
  const schema = parsed.searchParams.get("schema");
  parsed.searchParams.delete("schema");
  return { href: parsed.href, schema };
}

/** A table of the old schema to select from, with all the columns we know; what is missing is null. */
export function oldTable({ schema, present }: Pick<OldSource, "schema" | "present">, table: OldTableName): string {
  const { columns } = oldTables[table];
  const there = present.get(table);
  const quoted = (name: string) => pg.escapeIdentifier(name);
  const list = columns.map((column) =>
    there?.has(column) ? quoted(column) : `NULL::${typeOf(column)} AS ${quoted(column)}`,
  );
  const from = there ? `FROM ${quoted(schema)}.${quoted(table)}` : "WHERE false";
  return `(SELECT ${list.join(", ")} ${from})`;
}

function typeOf(column: string): string {
  if (column === "id" || column.endsWith("Id")) return "uuid";
  if (column.endsWith("At")) return "timestamp";
  if (column === "position" || column === "wipLimit") return "integer";
  if (column === "config" || column === "metadata" || column === "payload") return "jsonb";
  return "text";
}
