import { rmSync } from "node:fs";
import { withClient } from "@kanban/testing/open-client";
import { makeScratchFolder } from "@kanban/testing/scratch-folder";
import type { ClientBase } from "pg";
import { runMove } from "../run-move.ts";

type Urls = { apiDatabase: { url: string }; workerDatabase: { url: string } };

/** The command with its words, for one test: its databases, and a folder for its backups and reports. */
export function openCommand({ apiDatabase, workerDatabase }: Urls, from: string) {
  const folder = makeScratchFolder("kanban-move-");
  const env = { API_DATABASE_URL: apiDatabase.url, WORKER_DATABASE_URL: workerDatabase.url };
  const run = async (words: string[], changed: Partial<typeof env> = {}) => {
    const said: string[] = [];
    const code = await runMove(words, { ...env, ...changed }, (text) => void said.push(text));
    return { code, said: said.join("\n") };
  };
  return {
    folder,
    /** With exactly these words. */
    run,
    /** On the old database, with a folder of its own. */
    move: (...words: string[]) => run(["--from", from, "--backup", folder, "--report", folder, ...words]),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What a database holds, as one sum for each table. */
export async function sumsOf(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const sums: string[] = [];
    for (const table of await listTables(client)) {
      const { rows } = await client.query<{ sum: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS sum FROM ${table} AS t`,
      );
      sums.push(`${table} ${rows[0]!.sum}`);
    }
    return sums;
  });
}

async function listTables(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
