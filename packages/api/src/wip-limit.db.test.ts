import type { Column } from "@kanban/domain/entities";
import type { BoardId, TaskId } from "@kanban/domain/ids";
import { expect } from "vitest";
import type { ColumnGuard } from "./column/admit-task.ts";
import { moveTask } from "./task/move-task.ts";
import {
  apiTest,
  newBoard,
  newMutationId,
  newTasks,
  type Person,
  refusalOf,
  type TestApi,
} from "./testing/api-test.ts";

const limit = 5;
const movers = 16;

/** Sixteen tasks run for five places at once; answers how many stand there afterwards, by count and by counter. */
async function crowdIn(
  api: TestApi,
  person: Person,
  guard?: ColumnGuard,
): Promise<{ counted: number; counter: number }> {
  const { boardId, columns } = await newBoard(person);
  const columnId = columns.doing.id;
  await person.api.column.update({ boardId, columnId, wipLimit: limit, mutationId: newMutationId() });
  const taskIds = await newTasks(person, boardId, columns.next.id, movers);
  const move = (taskId: TaskId) =>
    moveTask(person.ctx, { boardId, taskId, toColumnId: columnId, mutationId: newMutationId() }, guard);
  await Promise.allSettled(taskIds.map(move));
  const counted = await api.deps.db.task.count({ where: { columnId } });
  const { openTasks } = await api.deps.db.column.findUniqueOrThrow({ where: { id: columnId } });
  return { counted, counter: openTasks };
}

/** The guard as one would first write it: look, then write. */
const countThenEnter: ColumnGuard = async (tx, { boardId, columnId, mayOverride }) => {
  const [seen] = await tx.sql<{ open: number; wipLimit: number | null }>`
    SELECT open_tasks AS open, wip_limit AS "wipLimit" FROM "column" WHERE id = ${columnId}::uuid`;
  if (!mayOverride && seen && seen.wipLimit !== null && seen.open >= seen.wipLimit) return null;
  const [column] = await tx.sql<Column & { openTasks: number }>`
    UPDATE "column" SET open_tasks = open_tasks + 1 WHERE id = ${columnId}::uuid AND board_id = ${boardId}::uuid
    RETURNING id::text, name, kind::text, context_id::text AS "contextId", wip_limit AS "wipLimit", rank, open_tasks AS "openTasks"`;
  return column ?? null;
};

apiTest("a limit holds against a crowd", async ({ api }) => {
  const ada = await api.newPerson();
  for (let round = 0; round < 3; round++) expect(await crowdIn(api, ada)).toEqual({ counted: limit, counter: limit });
});

apiTest("the crowd would get past a guard that counts first and enters then", async ({ api }) => {
  const ada = await api.newPerson();
  let worst = 0;
  for (let round = 0; round < 10 && worst <= limit; round++)
    worst = Math.max(worst, (await crowdIn(api, ada, countThenEnter)).counted);
  expect(worst).toBeGreaterThan(limit);
});

async function fillDoing(person: Person, boardId: BoardId, columns: Awaited<ReturnType<typeof newBoard>>["columns"]) {
  await newTasks(person, boardId, columns.doing.id, 3);
  const [taskId] = await newTasks(person, boardId, columns.next.id, 1);
  return { boardId, taskId: taskId!, toColumnId: columns.doing.id };
}

apiTest("a full column says what is full, and refuses new and restored tasks too", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const move = await fillDoing(ada, boardId, columns);
  await expect(ada.api.task.move({ ...move, mutationId: newMutationId() })).rejects.toMatchObject({
    cause: { details: { columnId: columns.doing.id, column: "Doing", wipLimit: 3, openTasks: 3 } },
  });
  const full = { code: "CONFLICT", refusal: "WIP_LIMIT_REACHED" };
  const create = { boardId, columnId: columns.doing.id, title: "One more", mutationId: newMutationId() };
  expect(await refusalOf(ada.api.task.create(create))).toEqual(full);
  const gone = (await ada.api.board.snapshot({ boardId })).tasks.find((task) => task.columnId === columns.doing.id)!;
  await ada.api.task.remove({ boardId, taskId: gone.id, mutationId: newMutationId() });
  await ada.api.task.create({ ...create, mutationId: newMutationId() });
  expect(await refusalOf(ada.api.task.restore({ boardId, taskId: gone.id, mutationId: newMutationId() }))).toEqual(
    full,
  );
});

apiTest("a board that asks lets a task past its limit for a reason, and tells it", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  await ada.api.board.update({ boardId, wipPolicy: "ask", mutationId: newMutationId() });
  const move = await fillDoing(ada, boardId, columns);
  const withoutReason = ada.api.task.move({ ...move, mutationId: newMutationId() });
  expect(await refusalOf(withoutReason)).toEqual({ code: "CONFLICT", refusal: "WIP_REASON_REQUIRED" });
  const overrideWip = { reason: "The roof leaks" };
  const { events } = await ada.api.task.move({ ...move, overrideWip, mutationId: newMutationId() });
  expect(events[0]?.change.payload).toMatchObject({ overrodeWip: { wipLimit: 3, reason: "The roof leaks" } });
});

apiTest("a board that warns lets tasks past its limit, and a board that blocks takes no reason", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const move = await fillDoing(ada, boardId, columns);
  const withReason = { ...move, overrideWip: { reason: "Please" } };
  expect(await refusalOf(ada.api.task.move({ ...withReason, mutationId: newMutationId() }))).toMatchObject({
    refusal: "WIP_LIMIT_REACHED",
  });
  await ada.api.board.update({ boardId, wipPolicy: "warn", mutationId: newMutationId() });
  const { events } = await ada.api.task.move({ ...move, mutationId: newMutationId() });
  expect(events[0]?.change.payload).toMatchObject({ overrodeWip: { wipLimit: 3, reason: "" } });
});

apiTest("a task moves within a full column, and one within its limit tells of no override", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const [one, , three] = await newTasks(ada, boardId, columns.doing.id, 3);
  const move = { boardId, taskId: three!, toColumnId: columns.doing.id, beforeId: one!, mutationId: newMutationId() };
  expect((await ada.api.task.move(move)).events[0]?.change.payload).toMatchObject({ overrodeWip: null });
});
