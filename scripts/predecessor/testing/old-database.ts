import { randomUUID } from "node:crypto";
import { withClient } from "@kanban/testing/open-client";
import { fillOldDatabase } from "@kanban/testing/predecessor/fill-old-database";
import { createOldTables, type OldAge } from "@kanban/testing/predecessor/old-tables";
import type { Client } from "pg";
import { inject, vi } from "vitest";

// Only ends what hangs: whole databases are filled, moved and compared, which takes long on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

/** A database of the predecessor for one test; dropped at the end. */
export type OldDatabase = AsyncDisposable & {
  name: string;
  url: string;
  work<Result>(work: (client: Client) => Promise<Result>): Promise<Result>;
};

type Form = { schema?: string; age?: OldAge };
type Size = { seed: number } & Record<"boards" | "tasks" | "events", number>;

/** Makes one in the test's PostgreSQL, with empty tables. */
export async function openOldTables(form: Form = {}): Promise<OldDatabase> {
  const { adminUrl } = inject("postgres");
  const name = `old_${randomUUID().replaceAll("-", "")}`;
  await withClient(adminUrl, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
  const work: OldDatabase["work"] = (asked) => withClient(url, asked);
  await work((client) => createOldTables(client, form));
  return {
    ...{ name, url, work },
    [Symbol.asyncDispose]: async () => {
      await withClient(adminUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** Makes one and fills it, with all its dirt. */
export async function openOldDatabase({ schema = "public", age = "latest", ...size }: Form & Size) {
  const old = await openOldTables({ schema, age });
  const now = new Date("2026-03-02T09:00:00Z");
  return { ...old, ...(await old.work((client) => fillOldDatabase(client, { schema, ...size, now }))) };
}

/** Copies all rows of one schema into the empty tables of another. */
export async function copyInto(client: Client, { from, to }: { from: string; to: string }): Promise<void> {
  const { rows } = await client.query<{ table: string; columns: string }>(
    `SELECT quote_ident(c.relname) AS "table",
       string_agg(CASE WHEN t.typtype = 'e' THEN format('%I::text::%I.%I', a.attname, $2::text, t.typname) ELSE quote_ident(a.attname) END,
         ', ' ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped JOIN pg_type t ON t.oid = a.atttypid
     WHERE c.relkind = 'r' AND c.relnamespace = to_regnamespace($1) AND c.relname <> '_prisma_migrations' GROUP BY 1`,
    [from, to],
  );
  for (const { table, columns } of rows)
    await client.query(`INSERT INTO ${to}.${table} SELECT ${columns} FROM ${from}.${table}`);
}
