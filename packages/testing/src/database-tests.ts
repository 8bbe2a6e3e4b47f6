import { inject, test, type TestAPI } from "vitest";
import type { Side } from "@kanban/local-postgres/roles";
import { cloneDatabase, type TestDatabase } from "./clone-database.ts";
import { fakeClock, type FakeClock } from "./fake-clock.ts";
import "./postgres-global-setup.ts";

/*
 * Tests with databases of their own. A fixture is made only for a test that names it:
 *
 *   apiDbTest("a full column refuses another task", async ({ apiDatabase, clock }) => { … });
 *
 * Packages extend these with what they need: `apiDbTest.extend<{ db: ApiDb }>({ db: async ({ apiDatabase }, use) => … })`.
 */

type Use<T> = (value: T) => Promise<void>;

const ownDatabase = (side: Side) => async (_: object, use: Use<TestDatabase>) => {
  const database = await cloneDatabase(side, inject("postgres"));
  try {
    await use(database);
  } finally {
    await database.drop();
  }
};

// Vitest reads the first parameter's destructuring to learn what a fixture depends on; these depend on nothing.
const apiDatabase = async ({}, use: Use<TestDatabase>) => ownDatabase("api")({}, use);
const workerDatabase = async ({}, use: Use<TestDatabase>) => ownDatabase("worker")({}, use);
const clock = async ({}, use: Use<FakeClock>) => use(fakeClock());

/** A test on a fresh `kanban_api`. */
export const apiDbTest: TestAPI<{ apiDatabase: TestDatabase; clock: FakeClock }> = test.extend<{
  apiDatabase: TestDatabase;
  clock: FakeClock;
}>({ apiDatabase, clock });

/** A test on a fresh `kanban_worker`. */
export const workerDbTest: TestAPI<{ workerDatabase: TestDatabase; clock: FakeClock }> = test.extend<{
  workerDatabase: TestDatabase;
  clock: FakeClock;
}>({ workerDatabase, clock });

/** A test on both, for what travels between them. */
export const bothDbTest: TestAPI<{ apiDatabase: TestDatabase; workerDatabase: TestDatabase; clock: FakeClock }> =
  test.extend<{ apiDatabase: TestDatabase; workerDatabase: TestDatabase; clock: FakeClock }>({
    apiDatabase,
    workerDatabase,
    clock,
  });
