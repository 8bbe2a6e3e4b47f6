import { randomUUID } from "node:crypto";
import type { ColumnId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { expect } from "vitest";
import {
  apiTest,
  newBoard,
  newMutationId,
  newTasks,
  type Person,
  refusalOf,
  type TestBoard,
} from "../testing/api-test.ts";
import { furnishBoard } from "../testing/furnished-board.ts";

const newColumnId = () => randomUUID() as ColumnId;

async function names({ api }: Person, { boardId }: Pick<TestBoard, "boardId">): Promise<string[]> {
  const { columns } = await api.board.snapshot({ boardId });
  return columns.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).map((column) => column.name);
}

apiTest("a column comes where it is asked for, moves, and changes", async ({ api }) => {
  const ada = await api.newPerson();
  const board = await newBoard(ada);
  const { boardId, columns } = board;
  const columnId = newColumnId();
  const base = () => ({ boardId, columnId, mutationId: newMutationId() });
  await ada.api.column.create({ ...base(), name: "Review", kind: "next", afterId: columns.doing.id });
  expect(await names(ada, board)).toEqual(["Inbox", "Next", "Doing", "Review", "Waiting", "Someday", "Done"]);
  await ada.api.column.move({ ...base(), beforeId: columns.inbox.id });
  expect(await names(ada, board)).toEqual(["Review", "Inbox", "Next", "Doing", "Waiting", "Someday", "Done"]);
  const { events } = await ada.api.column.update({ ...base(), name: "Check", wipLimit: 2, kind: "next" });
  expect(events[0]?.change.payload).toEqual({
    columnId,
    before: { name: "Review", wipLimit: null },
    after: { name: "Check", wipLimit: 2 },
  });
  const taken = ada.api.column.create({ ...base(), name: "Twice", kind: "next" });
  expect(await refusalOf(taken)).toEqual({ code: "CONFLICT", refusal: "ID_TAKEN" });
});

apiTest(
  "a column holding a task is not removed, also when the task is in the archive or the trash",
  async ({ api }) => {
    const ada = await api.newPerson();
    const { boardId, columns } = await newBoard(ada);
    const [one, two] = await newTasks(ada, boardId, columns.next.id, 2);
    const remove = () => ada.api.column.remove({ boardId, columnId: columns.next.id, mutationId: newMutationId() });
    const notEmpty = { code: "CONFLICT", refusal: "COLUMN_NOT_EMPTY" };
    expect(await refusalOf(remove())).toEqual(notEmpty);
    await ada.api.task.archive({ boardId, taskId: one!, mutationId: newMutationId() });
    await ada.api.task.remove({ boardId, taskId: two!, mutationId: newMutationId() });
    expect(await refusalOf(remove())).toEqual(notEmpty);
  },
);

apiTest("the last column stays, also when two people remove the last two at once", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const answers = await Promise.allSettled(
    Object.values(columns).map(({ id }) =>
      ada.api.column.remove({ boardId, columnId: id, mutationId: newMutationId() }),
    ),
  );
  expect(answers.filter((answer) => answer.status === "rejected")).toHaveLength(1);
  expect((await ada.api.board.snapshot({ boardId })).columns).toHaveLength(1);
  expect(api.defects).toEqual([]);
});

apiTest("a task never lands in a column that is being removed", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const create = (n: number) =>
    ada.api.task.create({ boardId, columnId: columns.someday.id, title: `Task ${n}`, mutationId: newMutationId() });
  const remove = () => ada.api.column.remove({ boardId, columnId: columns.someday.id, mutationId: newMutationId() });
  const answers = await Promise.allSettled([create(1), remove(), create(2), remove(), create(3)]);
  const codes = answers.flatMap((answer) =>
    answer.status === "rejected" ? [(answer.reason as { message: string }).message] : [],
  );
  expect(codes.every((code) => ["COLUMN_NOT_FOUND", "COLUMN_NOT_EMPTY"].includes(code))).toBe(true);
  const { columns: left, tasks } = await ada.api.board.snapshot({ boardId });
  const isThere = left.some((column) => column.id === columns.someday.id);
  expect(tasks.length > 0).toBe(isThere);
  expect(api.defects).toEqual([]);
});

apiTest("a board has only so many columns, also when they come at once", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId } = await newBoard(ada);
  const rows = Array.from({ length: limits.columnsPerBoard - 6 - 4 }, (_, index) => {
    return {
      id: randomUUID(),
      boardId,
      name: "More",
      kind: "next" as const,
      rank: `b${String(index).padStart(2, "0")}V`,
    };
  });
  await api.deps.db.column.createMany({ data: rows });
  const answers = await Promise.allSettled(
    Array.from({ length: 8 }, () =>
      ada.api.column.create({
        boardId,
        columnId: newColumnId(),
        name: "More",
        kind: "next",
        mutationId: newMutationId(),
      }),
    ),
  );
  const refused = answers.filter((answer) => answer.status === "rejected");
  expect(refused.map((answer) => (answer.reason as { message: string }).message)).toEqual(
    Array(4).fill("LIMIT_REACHED"),
  );
  expect((await ada.api.board.snapshot({ boardId })).columns).toHaveLength(limits.columnsPerBoard);
});

apiTest("columns keep short ranks and their order however often one spot has been halved", async ({ api }) => {
  const ada = await api.newPerson();
  const board = await newBoard(ada);
  const { boardId, columns } = board;
  // As if hundreds of moves had gone between the first two columns.
  const rank = `${columns.inbox.rank}${"0".repeat(limits.rankBeforeRebalance - 3)}1`;
  await api.deps.db.column.update({ where: { id: columns.next.id }, data: { rank } });
  const move = { boardId, columnId: columns.done.id, afterId: columns.inbox.id, mutationId: newMutationId() };
  const { events } = await ada.api.column.move(move);
  expect(await names(ada, board)).toEqual(["Inbox", "Done", "Next", "Doing", "Waiting", "Someday"]);
  const snapshot = await ada.api.board.snapshot({ boardId });
  expect(Math.max(...snapshot.columns.map((column) => column.rank.length))).toBeLessThan(5);
  // Who follows the events has the same ranks.
  const told = new Map(snapshot.columns.map((column) => [column.id, column.rank]));
  for (const { change } of events)
    if (change.type === "column.moved") told.set(change.payload.columnId, change.payload.after.rank);
  expect(events.length).toBeGreaterThan(1);
  expect(new Map(snapshot.columns.map((column) => [column.id, column.rank]))).toEqual(told);
});

apiTest("a task that enters a column with a context gets it", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns, contextId, taskId } = await furnishBoard(api, ada);
  await ada.api.column.update({ boardId, columnId: columns.waiting.id, contextId, mutationId: newMutationId() });
  const { events } = await ada.api.task.move({
    boardId,
    taskId,
    toColumnId: columns.waiting.id,
    mutationId: newMutationId(),
  });
  expect(events[0]?.change.payload).toMatchObject({ before: { contextIds: [] }, after: { contextIds: [contextId] } });
  const { card } = await ada.api.task.get({ boardId, taskId });
  expect([card.contextIds, card.waitingFor]).toEqual([
    [contextId],
    { who: "", since: expect.any(String), followUpOn: null },
  ]);
});
