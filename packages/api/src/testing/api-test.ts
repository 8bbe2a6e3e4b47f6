import { randomUUID } from "node:crypto";
import { createApiDb } from "@kanban/db-api/client";
import type { BoardSnapshot } from "@kanban/domain/board-view";
import type { ColumnKind } from "@kanban/domain/column-kind";
import type { Column } from "@kanban/domain/entities";
import type { BoardId, ColumnId, MutationId, TaskId, UserId } from "@kanban/domain/ids";
import { apiDbTest } from "@kanban/testing/database-tests";
import type { TestAPI } from "vitest";
import { type ActorContext, actorContext, type ApiDeps } from "../context.ts";
import { appRouter } from "../root.ts";
import { createCallerFactory } from "../trpc.ts";

const createCaller = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof createCaller>;

/** Somebody signed in. */
export type Person = {
  userId: UserId;
  /** The API as they see it. */
  api: Caller;
  /** For calling an operation without the router. */
  ctx: ActorContext;
};

export type TestApi = {
  deps: ApiDeps;
  /** What was logged as a defect; a test that expects none asserts that it is empty. */
  defects: unknown[];
  newPerson(name?: string): Promise<Person>;
  /** The API as it answers nobody in particular. */
  stranger: Caller;
};

export const newMutationId = () => randomUUID() as MutationId;
export const newTaskId = () => randomUUID() as TaskId;

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

export type TestBoard = { boardId: BoardId; epoch: string; columns: Record<ColumnKind, Column> };

/** A new board with the default columns. */
export async function newBoard({ api }: Person, name = "Home"): Promise<TestBoard> {
  const { boardId, epoch, events } = await api.board.create({ name, mutationId: newMutationId() });
  const change = events[0]?.change;
  if (change?.type !== "board.created") throw new Error("A new board begins with board.created");
  const columns = Object.fromEntries(change.payload.columns.map((column) => [column.kind, column]));
  return { boardId, epoch, columns: columns as TestBoard["columns"] };
}

/** New tasks at the end of a column, in order. */
export async function newTasks(
  { api }: Person,
  boardId: BoardId,
  columnId: ColumnId,
  count: number,
): Promise<TaskId[]> {
  const taskIds: TaskId[] = [];
  for (let n = 1; n <= count; n++) {
    const taskId = newTaskId();
    await api.task.create({ boardId, columnId, taskId, title: `Task ${n}`, mutationId: newMutationId() });
    taskIds.push(taskId);
  }
  return taskIds;
}

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
