import { randomUUID } from "node:crypto";
import { createApiDb } from "@kanban/db-api/client";
import type { BoardSnapshot } from "@kanban/domain/board-view";
import type { ColumnId, TaskId, UserId } from "@kanban/domain/ids";
import { apiDbTest } from "@kanban/testing/database-tests";
import type { TestAPI } from "vitest";
import { actorContext, type ApiDeps } from "../context.ts";
import { type Caller, createCaller, type Person } from "./person.ts";

export { type Caller, newBoard, newMutationId, newTaskId, newTasks, type Person, type TestBoard } from "./person.ts";

export type TestApi = {
  deps: ApiDeps;
  /** What was logged as a defect; a test that expects none asserts that it is empty. */
  defects: unknown[];
  newPerson(name?: string): Promise<Person>;
  /** The API as it answers nobody in particular. */
  stranger: Caller;
};

type Fixtures = typeof apiDbTest extends TestAPI<infer Known> ? Known : never;

/** A test with a database of its own and the API on it. */
export const apiTest: TestAPI<Fixtures & { api: TestApi }> = apiDbTest.extend<{ api: TestApi }>({
  api: async ({ apiDatabase, clock }, use) => {
    const database = createApiDb(apiDatabase.url, { maxConnections: 24 });
    const defects: unknown[] = [];
    const note = (fields: Record<string, unknown>) => void defects.push(fields["err"]);
    const deps: ApiDeps = {
      db: database.db,
      pool: database.pool,
      clock,
      log: { error: note, warn: note },
      wake: { subscribe: () => () => {} },
      mailKey: "a key of these tests, thirty-two signs and more",
    };
    await use({
      deps,
      defects,
      stranger: createCaller({ ...deps, session: null }),
      newPerson: async (name = "Ada") => {
        const email = `${randomUUID()}@example.com`;
        const { id } = await database.db.user.create({ data: { name, email }, select: { id: true } });
        const session = { userId: id as UserId, timeZone: "Europe/Berlin" };
        return { userId: session.userId, api: createCaller({ ...deps, session }), ctx: actorContext(deps, session) };
      },
    });
    await database.close();
  },
});

/** The task ids of a column from top to bottom. */
export function orderIn(snapshot: BoardSnapshot, columnId: ColumnId): TaskId[] {
  return snapshot.tasks
    .filter((task) => task.columnId === columnId)
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map((task) => task.id);
}

/** What a refused call was told: its HTTP-like code and the refusal. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: string; refusal: string | null }> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown as { code: string; cause?: { name?: string; code?: string } },
  );
  if (!error) throw new Error("Was not refused");
  return { code: error.code, refusal: error.cause?.name === "DomainError" ? (error.cause.code ?? null) : null };
}
