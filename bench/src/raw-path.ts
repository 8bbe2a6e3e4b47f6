import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { LocalPostgres } from "@kanban/local-postgres/start-local-postgres";
import pg from "pg";
import type { RawConsumer } from "./raw-events.ts";

/** The floor under an event's path through both databases and two processes (raw-bridge.ts). */
export async function startRawPath(urls: LocalPostgres["urls"]): Promise<RawConsumer> {
  const writers = new pg.Pool({ connectionString: urls.apiDatabaseUrl, max: 4 });
  writers.on("error", () => {});
  await writers.query(
    `CREATE TABLE raw_source (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id uuid UNIQUE NOT NULL,
       payload jsonb NOT NULL, published_at timestamptz);
     CREATE INDEX ON raw_source (position) WHERE published_at IS NULL`,
  );
  const target = new pg.Client(urls.workerDatabaseUrl);
  await target.connect();
  await target.query(
    `CREATE TABLE raw_arrived (id uuid PRIMARY KEY, payload jsonb NOT NULL, handled_at timestamptz);
     CREATE INDEX ON raw_arrived (id) WHERE handled_at IS NULL`,
  );
  await target.end();
  const program = fileURLToPath(new URL("raw-bridge.ts", import.meta.url));
  const start = async (...args: string[]): Promise<ChildProcess> => {
    const child = fork(program, args);
    await once(child, "message");
    return child;
  };
  const children = [
    await start("relay", urls.apiDatabaseUrl, urls.workerDatabaseUrl),
    await start("consumer", urls.workerDatabaseUrl, urls.workerDatabaseUrl),
  ];
  const payload = JSON.stringify({ title: "Water the plants", columnId: randomUUID() });
  return {
    append: async () => {
      const id = randomUUID();
      await writers.query({
        name: "append",
        text: "WITH e AS (INSERT INTO raw_source (id, payload) VALUES ($1, $2)) SELECT pg_notify('raw_source', '')",
        values: [id, payload],
      });
      return id;
    },
    stop: async () => {
      for (const child of children) child.kill("SIGTERM");
      await writers.end();
    },
  };
}
