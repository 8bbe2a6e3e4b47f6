import { apiDbTest } from "@kanban/testing/database-tests";
import { expect, test } from "vitest";
import { openOldSource } from "./old-source.ts";
import { pass } from "./pass.ts";
import { openTarget } from "./target.ts";
import { silent } from "./testing/moved-test.ts";
import { openOldDatabase, openOldTables } from "./testing/old-database.ts";
import { verify } from "./verify.ts";

const size = { seed: 5, boards: 2, tasks: 250, events: 2_000 };

apiDbTest.for([
  ["an early one in a schema that is named", { schema: "api", age: "early" }, "?schema=api", "api"],
  ["one that prints dates its own way, in a schema that is found", { schema: "api" }, "", "api"],
] as const)("%s is brought whole", async ([, form, words, schema], { apiDatabase }) => {
  await using old = await openOldDatabase({ ...form, ...size });
  await old.work((client) => client.query(`ALTER DATABASE ${old.name} SET datestyle = 'German'`));
  // A limit of its own for others must not end a look at one moment.
  await old.work((client) =>
    client.query(`ALTER DATABASE ${old.name} SET idle_in_transaction_session_timeout = '1ms'`),
  );
  const source = await openOldSource(`${old.url}${words}`);
  const target = await openTarget(apiDatabase.url);
  try {
    expect(source.schema).toBe(schema);
    await pass(source, target, silent);
    const { isRight, compared, counts } = await verify(source, target);
    expect([compared.filter(({ different }) => different.length > 0), isRight]).toEqual([[], true]);
    for (const { table, old: rows } of counts.filter(({ table }) => table in old.counts))
      expect([table, rows]).toEqual([table, old.counts[table as keyof typeof old.counts]]);
    expect(compared.find(({ table }) => table === "Task")!.new.rows).toBeGreaterThan(size.tasks);
  } finally {
    await source.client.end();
    await target.end();
  }
});

test("where there are no such tables it says where they were looked for", async () => {
  await using old = await openOldTables();
  await expect(openOldSource(`${old.url}?schema=other`)).rejects.toThrow("in the schema other");
  await old.work((client) => client.query(`DROP TABLE "Task"`));
  await expect(openOldSource(old.url)).rejects.toThrow("in the schema public or api");
});
