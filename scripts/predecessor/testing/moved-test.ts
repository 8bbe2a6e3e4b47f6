import { apiTest } from "@kanban/api/testing/api-test";
import type { Client } from "pg";
import type { TestAPI } from "vitest";
import type { OldSource } from "../old-source.ts";
import { openOldSource } from "../old-source.ts";
import { pass, type Passed } from "../pass.ts";
import { openTarget } from "../target.ts";
import { type OldDatabase, openOldDatabase } from "./old-database.ts";

/** The predecessor's database with all its dirt, and what has been brought of it. */
export type Moved = {
  old: OldDatabase & { boardIds: string[] };
  source: OldSource;
  target: Client;
  /** Brings what has changed since. */
  pass(): Promise<Passed>;
};

type Fixtures = typeof apiTest extends TestAPI<infer Known> ? Known : never;

export const silent = { people() {}, boards: () => ({ add() {}, end() {} }), keptRows() {} };

/** A test on what a first pass has brought. */
export const movedTest: TestAPI<Fixtures & { moved: Moved }> = apiTest.extend<{ moved: Moved }>({
  moved: async ({ apiDatabase }, use) => {
    await using old = await openOldDatabase({ seed: 11, boards: 3, tasks: 250, events: 2_000 });
    const source = await openOldSource(old.url);
    const target = await openTarget(apiDatabase.url);
    try {
      const again = () => pass(source, target, silent);
      await again();
      await use({ old, source, target, pass: again });
    } finally {
      await source.client.end();
      await target.end();
    }
  },
});
