import { createApiDb } from "@kanban/db-api/client";
import { apiDbTest } from "@kanban/testing/database-tests";
import { expect } from "vitest";
import { tidyUp } from "./maintenance.ts";

apiDbTest(
  "a part of tidying up that fails is told, and keeps no other part from being done",
  async ({ apiDatabase }) => {
    const { pool } = apiDatabase;
    await pool.query("ALTER TABLE device_pairing RENAME TO away");
    await pool.query(
      `INSERT INTO event_inbox (id, type, version, envelope, handled_at)
     SELECT gen_random_uuid(), 'n' || n, 1, '{}', now() - interval '31 days' FROM generate_series(1, 2) AS n`,
    );
    const { db, close } = createApiDb(apiDatabase.url);
    await expect(tidyUp(db, pool)).rejects.toThrow("device_pairing");
    expect((await pool.query("SELECT type FROM event_inbox")).rows).toEqual([{ type: "n2" }]);
    await close();
  },
);

apiDbTest("what the worker has sent is forgotten when it is not confirmed any more", async ({ apiDatabase }) => {
  const { pool } = apiDatabase;
  await pool.query(
    `INSERT INTO delivery_report (id, channel, sent_at, received_at)
     SELECT gen_random_uuid(), 'after ' || days, now(), now() - days * interval '1 day' FROM unnest(ARRAY[59, 61]) AS days`,
  );
  const { db, close } = createApiDb(apiDatabase.url);
  await tidyUp(db, pool);
  expect((await pool.query("SELECT channel FROM delivery_report")).rows).toEqual([{ channel: "after 59" }]);
  await close();
});
