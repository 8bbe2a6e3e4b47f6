import { waitFor } from "@kanban/testing/wait-for";
import { pino } from "pino";
import { expect } from "vitest";
import { startMaintenance } from "./maintenance.ts";
import { engineTest as test } from "./testing/engine-test.ts";

test("what cannot be forgotten is told, and keeps nothing else from being forgotten", async ({ pool }) => {
  await pool.query("ALTER TABLE proposal RENAME TO proposal_away");
  await pool.query(
    `INSERT INTO event_inbox (id, type, version, envelope, handled_at)
     SELECT gen_random_uuid(), 'n' || n, 1, '{}', now() - interval '31 days' FROM generate_series(1, 2) AS n`,
  );
  await pool.query(
    `INSERT INTO fetched_page (url_hash, url, fetched_at, fresh_until)
     VALUES ('hash', 'https://example.org', now() - interval '91 days', now())`,
  );
  const maintenance = startMaintenance({ pool, log: pino({ level: "silent" }) });
  await waitFor(() => maintenance.lastError());
  expect(maintenance.lastError()).toContain('"proposal"');
  expect((await pool.query("SELECT type FROM event_inbox")).rows).toEqual([{ type: "n2" }]);
  expect((await pool.query("SELECT url FROM fetched_page")).rows).toEqual([]);
  await maintenance.stop();
});
