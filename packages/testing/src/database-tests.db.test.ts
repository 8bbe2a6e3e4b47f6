import pg from "pg";
import { expect } from "vitest";
import { apiDbTest, bothDbTest, workerDbTest } from "./database-tests.ts";
import { withClient } from "./open-client.ts";

apiDbTest("gives a test a migrated database of its own, as the owner", async ({ apiDatabase }) => {
  const { rows } = await apiDatabase.pool.query(
    "SELECT current_user AS role, current_database() AS name, (SELECT count(*)::int FROM board) AS boards",
  );
  expect(rows).toEqual([{ role: "kanban_api", name: apiDatabase.name, boards: 0 }]);
});

bothDbTest(
  "lets each publisher put events into the other side's inbox and read nothing",
  async ({ apiDatabase, workerDatabase }) => {
    for (const { publisherUrl } of [apiDatabase, workerDatabase]) {
      await withClient(publisherUrl, async (client) => {
        await expect(client.query("SELECT FROM event_inbox")).rejects.toMatchObject({ code: "42501" });
        await expect(client.query("CREATE TEMPORARY TABLE mine (n int)")).rejects.toMatchObject({ code: "42501" });
      });
    }
  },
);

workerDbTest("keeps the other side's owner out", async ({ workerDatabase }) => {
  const foreign = new URL(workerDatabase.url);
  foreign.username = "api_to_worker";
  foreign.password = new URL(workerDatabase.publisherUrl).password;
  await expect(withClient(foreign.href, (client) => client.query("DELETE FROM event_inbox"))).rejects.toMatchObject({
    code: "42501",
  });
});

apiDbTest("survives a connection that is cut", async ({ apiDatabase }) => {
  await withClient(apiDatabase.adminUrl, (client) =>
    client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()",
      [apiDatabase.name],
    ),
  );
  const again = new pg.Client({ connectionString: apiDatabase.url });
  await again.connect();
  await again.end();
  await expect(apiDatabase.pool.query("SELECT 1 AS one")).resolves.toMatchObject({ rows: [{ one: 1 }] });
});
