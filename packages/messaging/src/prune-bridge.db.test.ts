import { bothDbTest } from "@kanban/testing/database-tests";
import type { Pool } from "pg";
import { expect } from "vitest";
import { inTransaction } from "./in-transaction.ts";
import { eventLog, eventOutbox } from "./outbox-table.ts";
import { pruneBridge } from "./prune-bridge.ts";

const longAgo = "now() - interval '31 days'";
const lately = "now() - interval '29 days'";

async function ids(pool: Pool, table: string, column = "type"): Promise<string[]> {
  return (await pool.query<{ id: string }>(`SELECT ${column} AS id FROM ${table} ORDER BY position`)).rows.map(
    ({ id }) => id,
  );
}

bothDbTest(
  "what was handled, published or discarded long ago goes; what is open, parked, recent, of a board or the newest stays",
  async ({ apiDatabase: { pool }, workerDatabase }) => {
    await pool.query(
      `INSERT INTO event_inbox (id, type, version, envelope, handled_at, parked_at, discarded_at)
       SELECT gen_random_uuid(), name, 1, '{}', handled, parked, discarded FROM (VALUES
         ('handled', ${longAgo}, null, null), ('recent', ${lately}, null, null), ('open', null, null, null),
         ('parked', null, ${longAgo}, null), ('discarded', null, ${longAgo}, ${longAgo}), ('newest', ${longAgo}, null, null)
       ) AS event (name, handled, parked, discarded)`,
    );
    await pool.query(
      `INSERT INTO event_handler_failure (event_id, handler, error)
       SELECT id, type, 'no luck' FROM event_inbox WHERE type IN ('handled', 'parked')`,
    );
    await pool.query(
      `INSERT INTO event_log (id, board_id, board_seq, actor, aggregate_type, aggregate_id, type, version, payload,
         mutation_id, correlation_id, occurred_at, published_at)
       SELECT id, board, CASE WHEN board IS NOT NULL THEN 1 END, CASE WHEN board IS NOT NULL THEN '{}'::jsonb END, 'x', id,
         name, 1, '{}', id, id, now(), published
       FROM (VALUES (gen_random_uuid(), 'of a board', gen_random_uuid(), ${longAgo}),
                    (gen_random_uuid(), 'published', null, ${longAgo}), (gen_random_uuid(), 'recent', null, ${lately}),
                    (gen_random_uuid(), 'waiting', null, null), (gen_random_uuid(), 'decided', null, ${longAgo}),
                    (gen_random_uuid(), 'newest', null, ${longAgo}))
         AS event (id, name, board, published)`,
    );
    expect(await pruneBridge(pool, eventLog, { keptTypes: ["decided"] })).toBe(3);
    expect(await ids(pool, "event_inbox")).toEqual(["recent", "open", "parked", "newest"]);
    expect(await ids(pool, "event_log")).toEqual(["of a board", "recent", "waiting", "decided", "newest"]);
    expect((await pool.query("SELECT handler FROM event_handler_failure")).rows).toEqual([{ handler: "parked" }]);

    const worker = workerDatabase.pool;
    await worker.query(
      `INSERT INTO event_outbox (id, type, version, envelope, published_at)
       SELECT gen_random_uuid(), 'n' || n, 1, '{}', ${longAgo} FROM generate_series(1, 12000) AS n`,
    );
    await worker.query("UPDATE instance SET sent_up_to = (SELECT id FROM event_outbox WHERE type = 'n7')");
    expect(await pruneBridge(worker, eventOutbox)).toBe(11_998);
    expect(await ids(worker, "event_outbox")).toEqual(["n7", "n12000"]);
  },
);

const recentRows = 10_000;

bothDbTest("whatever is recent is not read when what is old is looked for", async ({ apiDatabase, workerDatabase }) => {
  const inbox = `INSERT INTO event_inbox (id, type, version, envelope, handled_at)
    SELECT gen_random_uuid(), 'n' || n, 1, '{}', CASE n WHEN 9 THEN ${longAgo} ELSE ${lately} END
    FROM generate_series(1, ${recentRows}) AS n`;
  const outbox = `INSERT INTO event_outbox (id, type, version, envelope, published_at)
    SELECT gen_random_uuid(), 'n' || n, 1, '{}', CASE n WHEN 9 THEN ${longAgo} ELSE ${lately} END
    FROM generate_series(1, ${recentRows}) AS n`;
  const arranged = [
    { pool: apiDatabase.pool, table: eventLog, rows: [inbox], pruned: 1 },
    { pool: workerDatabase.pool, table: eventOutbox, rows: [inbox, outbox], pruned: 2 },
  ];
  for (const { pool, table, rows, pruned } of arranged) {
    for (const statement of rows) await pool.query(statement);
    await pool.query(`ANALYZE event_inbox, ${table.name}`);
    const read = await inTransaction(pool, async (tx) => {
      expect(await pruneBridge(tx as Pick<Pool, "query">, table)).toBe(pruned);
      const { rows: sums } = await tx.query<{ read: number }>(
        `SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS read FROM pg_stat_xact_user_tables
         WHERE relname IN ('event_inbox', 'event_outbox')`,
      );
      return sums[0]!.read;
    });
    expect(read).toBeLessThan(100);
  }
});
