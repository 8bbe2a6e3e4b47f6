import { randomFrom } from "@kanban/demo/random";
import { bothDbTest } from "@kanban/testing/database-tests";
import { createOldTables } from "@kanban/testing/predecessor/old-tables";
import { workOn } from "@kanban/testing/predecessor/old-application";
import { expect, vi } from "vitest";
import { closeOldSource, openOldSource } from "./old-source.ts";
import { pass } from "./pass.ts";
import { copyInto, openOldDatabase } from "./testing/old-database.ts";
import { openTarget } from "./target.ts";
import { verify } from "./verify.ts";

vi.setConfig({ testTimeout: 120_000 });

const silent = { people() {}, boards: () => ({ add() {}, end() {} }), keptRows() {} };
const size = { seed: 3, boards: 2, tasks: 260, events: 1_500 };

bothDbTest(
  "of two schemas in one database the API's is carried, and what the worker's says otherwise is kept",
  async ({ apiDatabase }) => {
    await using old = await openOldDatabase({ ...size, schema: "api" });
    await old.work(async (client) => {
      await createOldTables(client, { schema: "worker" });
      await copyInto(client, { from: "api", to: "worker" });
      const random = randomFrom("0199e0aa-0000-7000-8000-000000000003");
      for (let step = 0; step < 20; step++) await workOn(client, random, { schema: "api" });
      await client.query(`INSERT INTO worker."Hint" SELECT gen_random_uuid(), t.id, 'late', 'title', NULL, 'x', NULL, 1, false, now(), now()
      FROM worker."Task" AS t LIMIT 3`);
    });
    const source = await openOldSource(old.url);
    const target = await openTarget(apiDatabase.url);
    try {
      expect(source).toMatchObject({ schema: "api", copy: { schema: "worker" } });
      await pass(source, target, silent);
      const verified = await verify(source, target);
      expect(verified.compared.filter(({ different }) => different.length > 0)).toEqual([]);
      expect(verified.isRight).toBe(true);
      const { rows } = await target.query<{ table: string; reason: string; rows: number }>(
        `SELECT "table", reason, count(*)::int AS rows FROM predecessor_row WHERE "table" LIKE 'worker.%' GROUP BY 1, 2`,
      );
      expect(rows).toContainEqual({
        ...{ table: "worker.Hint", rows: 3 },
        reason: "only in the worker's copy: made there, or deleted by the API",
      });
      expect(rows.some(({ table, reason }) => table === "worker.Task" && reason.includes("says otherwise"))).toBe(true);
    } finally {
      await closeOldSource(source);
      await target.end();
    }
  },
);

bothDbTest(
  "a same-schema copy in another database is named by its own URL; one that is equal adds nothing",
  async ({ apiDatabase }) => {
    await using old = await openOldDatabase(size);
    await using copy = await openOldDatabase(size);
    const source = await openOldSource(old.url, copy.url);
    const target = await openTarget(apiDatabase.url);
    try {
      await pass(source, target, silent);
      expect(await verify(source, target)).toMatchObject({ isRight: true });
      const kept = `SELECT "table", id FROM predecessor_row WHERE "table" LIKE 'worker.%'`;
      expect((await target.query(kept)).rows).toEqual([]);

      const { rows } = await copy.work((client) =>
        client.query<{ id: string }>(
          `UPDATE "Task" SET title = 'Other' WHERE id = (SELECT min(id::text)::uuid FROM "Task") RETURNING id::text`,
        ),
      );
      expect(await verify(source, target)).toMatchObject({ isRight: false });
      await pass(source, target, silent);
      expect(await verify(source, target)).toMatchObject({ isRight: true });
      expect((await target.query(kept)).rows).toEqual([{ table: "worker.Task", id: rows[0]!.id }]);
    } finally {
      await closeOldSource(source);
      await target.end();
    }
  },
);
