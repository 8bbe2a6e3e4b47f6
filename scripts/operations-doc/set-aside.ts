import { randomUUID } from "node:crypto";
import type { LocalPostgres } from "@kanban/local-postgres/start-local-postgres";
import { withClient } from "@kanban/testing/open-client";
import { waitFor } from "@kanban/testing/wait-for";
import { PgBoss } from "pg-boss";

type Urls = LocalPostgres["urls"];

/** Sends an event that is not what its schema says; resolves with its id when the side that got it has set it aside. */
export async function setEventAside(urls: Urls, side: "api" | "worker"): Promise<string> {
  const id = randomUUID();
  await withClient(side === "api" ? urls.workerToApiUrl : urls.apiToWorkerUrl, (client) =>
    client.query("INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, 'task.created', 1, '{}')", [id]),
  );
  const parked = "SELECT FROM event_inbox WHERE id = $1 AND parked_at IS NOT NULL";
  await withClient(side === "api" ? urls.apiDatabaseUrl : urls.workerDatabaseUrl, (client) =>
    waitFor(async () => (await client.query(parked, [id])).rowCount, {
      ...{ what: "the event to be set aside", timeoutMs: 20_000 },
    }),
  );
  return id;
}

/** Asks for a job that no agent can do. */
export async function askForTheImpossible({ workerDatabaseUrl }: Urls): Promise<void> {
  const boss = new PgBoss({ connectionString: workerDatabaseUrl, supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  await boss.send("run-agents", { agent: "nobody" });
  await boss.stop({ graceful: false });
}

/** The id of a job that failed for good, another than `exceptFor`, as soon as there is one. */
export function untilDeadLetter({ workerDatabaseUrl }: Urls, exceptFor?: string): Promise<string> {
  const open =
    "SELECT id FROM pgboss.job WHERE name = 'dead-letters' AND state < 'completed' AND id IS DISTINCT FROM $1";
  return withClient(workerDatabaseUrl, (client) =>
    waitFor(async () => (await client.query<{ id: string }>(open, [exceptFor])).rows[0]?.id, {
      ...{ what: "a dead letter", timeoutMs: 20_000 },
    }),
  );
}
