import { bothDbTest } from "@kanban/testing/database-tests";
import { waitFor } from "@kanban/testing/wait-for";
import type { Socket } from "node:net";
import type { Client } from "pg";
import { expect } from "vitest";
import { openTarget } from "./target.ts";

bothDbTest("two moves do not work on one database at a time", async ({ apiDatabase }) => {
  const first = await openTarget(apiDatabase.url);
  await expect(openTarget(apiDatabase.url, 20)).rejects.toThrow("Another move works");
  const second = openTarget(apiDatabase.url);
  await waitFor(
    async () =>
      (await apiDatabase.pool.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")).rowCount,
    { what: "the second to wait" },
  );
  await first.end();
  await (await second).end();
});

bothDbTest(
  "a move that was killed in the middle of a statement does not stop the next one",
  async ({ apiDatabase }) => {
    const killed = await openTarget(apiDatabase.url);
    const statement = killed.query("SELECT pg_sleep(600)");
    await waitFor(
      async () =>
        (
          await apiDatabase.pool.query(
            "SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()",
          )
        ).rowCount,
      { what: "the statement to run" },
    );
    socketOf(killed).destroy();
    await expect(statement).rejects.toThrow();
    await (await openTarget(apiDatabase.url)).end();
  },
);

const socketOf = (client: Client) => (client as unknown as { connection: { stream: Socket } }).connection.stream;
