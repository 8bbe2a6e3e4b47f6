import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { expect } from "vitest";
import { appRouter } from "./root.ts";
import { apiTest, newBoard, newMutationId, type Person, type TestApi } from "./testing/api-test.ts";

/** What a client is told over HTTP. */
async function ask({ deps }: TestApi, { userId }: Person, name: string, input: unknown) {
  const response = await fetchRequestHandler({
    endpoint: "/trpc",
    router: appRouter,
    req: new Request(`http://localhost/trpc/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
    }),
    createContext: () => ({ ...deps, session: { userId, timeZone: "UTC" } }),
  });
  const text = await response.text();
  return {
    status: response.status,
    text,
    error: (JSON.parse(text) as { error?: { message: string; data: Record<string, unknown> } }).error,
  };
}

apiTest("a refusal tells its code and its facts, and nothing of the inside", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId } = await newBoard(ada);
  const { status, error, text } = await ask(api, ada, "task.archive", {
    boardId,
    taskId: crypto.randomUUID(),
    mutationId: newMutationId(),
  });
  expect([status, error?.message]).toEqual([404, "TASK_NOT_FOUND"]);
  expect(error?.data).toEqual({
    code: "NOT_FOUND",
    httpStatus: 404,
    path: "task.archive",
    refusal: { code: "TASK_NOT_FOUND", details: {} },
  });
  expect(text).not.toMatch(/stack|\.ts/);
});

apiTest("a bad input is told by path", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const input = {
    boardId,
    columnId: columns.next.id,
    title: "a\0b",
    waitingFor: { who: 1 },
    mutationId: newMutationId(),
    extra: 1,
  };
  const { status, error, text } = await ask(api, ada, "task.create", input);
  expect([status, error?.message]).toEqual([400, "The input is not valid"]);
  const issues = error?.data["issues"] as { path: string }[];
  expect(issues.map((issue) => issue.path)).toEqual(expect.arrayContaining(["title", "waitingFor.who", ""]));
  expect(text).not.toMatch(/stack|\.ts/);
});

apiTest("a defect is logged and told by its log entry's id alone", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId } = await newBoard(ada);
  await api.deps.pool.query("ALTER TABLE board RENAME COLUMN name TO secret_name");
  const { status, error, text } = await ask(api, ada, "board.update", {
    boardId,
    key: "OTHER",
    mutationId: newMutationId(),
  });
  expect([status, error?.message]).toEqual([500, "Something went wrong"]);
  expect(error?.data).toEqual({
    code: "INTERNAL_SERVER_ERROR",
    httpStatus: 500,
    path: "board.update",
    errorId: expect.any(String),
  });
  expect(text).not.toMatch(/secret_name|SELECT|stack|\.ts/);
  expect(api.defects).toHaveLength(1);
});

apiTest("who waits too long for a lock is told to come back, and nobody queues for ever", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId } = await newBoard(ada);
  const holder = await api.deps.pool.connect();
  await holder.query("BEGIN");
  await holder.query("SELECT FROM board WHERE id = $1 FOR UPDATE", [boardId]);
  const { status, error } = await ask(api, ada, "board.update", {
    boardId,
    name: "Other",
    mutationId: newMutationId(),
  });
  await holder.query("ROLLBACK");
  holder.release();
  expect([status, error?.message]).toEqual([503, "Busy, please try again"]);
});

apiTest("a deadlock is resolved by trying again, unseen", async ({ api, apiDatabase }) => {
  const ada = await api.newPerson();
  const { boardId } = await newBoard(ada);
  const base = { boardId, mutationId: newMutationId() };
  const columns = (await ada.api.board.snapshot({ boardId })).columns.map((column) => column.id);
  const [a, b] = columns as [(typeof columns)[0], (typeof columns)[0]];
  // Somebody takes the board's row and then the column the removal already holds.
  const holder = await apiDatabase.pool.connect();
  await holder.query("BEGIN");
  await holder.query("SELECT FROM board WHERE id = $1 FOR UPDATE", [boardId]);
  const removal = ada.api.column.remove({ ...base, columnId: a });
  await expect
    .poll(
      async () =>
        (
          await apiDatabase.pool.query(
            "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
          )
        ).rowCount,
    )
    .toBe(1);
  const blocked = holder
    .query('UPDATE "column" SET name = name WHERE id = $1', [a])
    .catch((error: { code: string }) => error.code);
  const outcome = await blocked;
  await holder.query(outcome === "40P01" ? "ROLLBACK" : "COMMIT");
  holder.release();
  expect((await removal).events).toHaveLength(1);
  expect((await ada.api.board.snapshot({ boardId })).columns.map((column) => column.id)).toContain(b);
  expect(api.defects).toEqual([]);
});
