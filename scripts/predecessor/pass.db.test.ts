import { randomFrom } from "@kanban/demo/random";
import { bothDbTest } from "@kanban/testing/database-tests";
import { workOn } from "@kanban/testing/predecessor/old-application";
import { expect } from "vitest";
import { pass } from "./pass.ts";
import { silent } from "./testing/moved-test.ts";
import { openOldDatabase } from "./testing/old-database.ts";
import { verify } from "./verify.ts";
import { openOldSource } from "./old-source.ts";
import { openTarget } from "./target.ts";

bothDbTest("whatever the old application does between two passes, the next one brings it", async ({ apiDatabase }) => {
  await using old = await openOldDatabase({ seed: 7, boards: 3, tasks: 300, events: 3_000 });
  const source = await openOldSource(old.url);
  const target = await openTarget(apiDatabase.url);
  try {
    await pass(source, target, silent);
    expect(await verify(source, target)).toMatchObject({ isRight: true });
    expect(await pass(source, target, silent)).toEqual({ boards: 0, rows: 0, events: 0 });

    const random = randomFrom("0199e0aa-0000-7000-8000-000000000007");
    for (let round = 0; round < 12; round++) {
      const done: string[] = [];
      await old.work(async (client) => {
        for (let step = 0; step < 12; step++) done.push(await workOn(client, random));
      });
      await pass(source, target, silent);
      const verified = await verify(source, target);
      const wrong = verified.compared.filter((one) => one.different.length > 0);
      expect({ done, wrong, counts: verified.isRight ? [] : verified.counts }).toEqual({ done, wrong: [], counts: [] });
    }
  } finally {
    await source.client.end();
    await target.end();
  }
});
