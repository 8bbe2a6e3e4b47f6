import { randomUUID } from "node:crypto";
import type { BoardView } from "@kanban/domain/board-view";
import { viewOfSnapshot } from "@kanban/domain/board-view";
import type { PoolClient } from "@kanban/db-api/client";
import { randomFrom } from "@kanban/demo/random";
import type { ColumnId, ContextId, TagId, TaskId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import type { BulkAct } from "@kanban/domain/mutations";
import { applyMutation } from "@kanban/domain/plan-mutation";
import { expect } from "vitest";
import type { ApiDeps } from "../../context.ts";
import {
  apiTest,
  newBoard,
  newMutationId,
  newTaskId,
  newTasks,
  orderIn,
  type Person,
  refusalOf,
} from "../../testing/api-test.ts";
import { allEvents, comparable, rebuildBoard } from "../../testing/rebuild-board.ts";

async function boardWithTasks(person: Person, count = 6) {
  const board = await newBoard(person);
  const taskIds = await newTasks(person, board.boardId, board.columns.next.id, count);
  const bulk = (ids: readonly TaskId[], act: BulkAct, mutationId = newMutationId()) =>
    person.api.task.bulk({ boardId: board.boardId, mutationId, taskIds: [...ids], do: act });
  const snapshot = () => person.api.board.snapshot({ boardId: board.boardId });
  return { ...board, taskIds, bulk, snapshot };
}

/** The same without clocks that only the server has. */
function seen({ tasks }: Pick<BoardView, "tasks">) {
  return Object.values(tasks).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

apiTest("every act comes to the same on the server as in the browser", async ({ api, clock }) => {
  const ada = await api.newPerson();
  const { boardId, columns, taskIds, bulk, snapshot } = await boardWithTasks(ada);
  await newTasks(ada, boardId, columns.waiting.id, 3);
  const tagId = randomUUID() as TagId;
  await ada.api.tag.create({ boardId, mutationId: newMutationId(), tagId, name: "a", color: "red" });
  await ada.api.task.update({ boardId, mutationId: newMutationId(), taskId: taskIds[1]!, tagIds: [tagId] });
  const [a, b, c, d, e, f] = taskIds as [TaskId, TaskId, TaskId, TaskId, TaskId, TaskId];
  const [next, waiting] = [columns.next.id, columns.waiting.id];
  const acts: [TaskId[], BulkAct][] = [
    [[e, b], { kind: "move", toColumnId: next, beforeId: a }],
    [[c, a], { kind: "move", toColumnId: waiting, afterId: orderIn(await snapshot(), waiting)[0] ?? null }],
    [[b, c, d], { kind: "update", addTagIds: [tagId], dueAt: "2026-12-04", priority: "high" }],
    [
      [b, a],
      { kind: "update", removeTagIds: [tagId], addAssigneeIds: [ada.userId], deferUntil: "2026-12-01T08:00:00.000Z" },
    ],
    [[a, d, c], { kind: "move", toColumnId: next, afterId: f }],
    [[d, f], { kind: "archive" }],
    [[a, b], { kind: "remove" }],
  ];
  for (const [ids, act] of acts) {
    const before = viewOfSnapshot(await snapshot());
    const mutationId = newMutationId();
    const now = clock.now().toISOString();
    const expected = applyMutation(
      before,
      { name: "task.bulk", input: { boardId, mutationId, taskIds: ids, do: act } },
      now,
    );
    await bulk(ids, act, mutationId);
    expect(seen(viewOfSnapshot(await snapshot()))).toEqual(seen(expected));
  }
  const events = await allEvents(ada.api, boardId);
  expect(comparable(rebuildBoard(events, (await snapshot()).epoch))).toEqual(comparable(await snapshot()));
  expect(api.defects).toEqual([]);
});

apiTest("a full column takes all or none, counters and events included", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns, taskIds, bulk, snapshot } = await boardWithTasks(ada);
  const move = { kind: "move", toColumnId: columns.doing.id } as const;
  const full = { code: "CONFLICT", refusal: "WIP_LIMIT_REACHED" };
  const before = await snapshot();
  expect(await refusalOf(bulk(taskIds.slice(0, 4), move))).toEqual(full);
  expect(await snapshot()).toEqual(before);
  await ada.api.board.update({ boardId, wipPolicy: "ask", mutationId: newMutationId() });
  expect(await refusalOf(bulk(taskIds.slice(0, 4), move))).toMatchObject({ refusal: "WIP_REASON_REQUIRED" });
  const { events } = await bulk(taskIds.slice(0, 4), { ...move, overrideWip: { reason: "Sale" } });
  const passed = events.map(({ change }) => change.type === "task.moved" && change.payload.overrodeWip);
  expect(passed).toEqual([null, null, null, { wipLimit: 3, reason: "Sale" }]);
  await ada.api.board.update({ boardId, wipPolicy: "warn", mutationId: newMutationId() });
  await bulk(taskIds, move);
  const counted = await api.deps.db.column.findMany({ where: { boardId, openTasks: { gt: 0 } } });
  expect(counted.map(({ id, openTasks }) => [id, openTasks])).toEqual([[columns.doing.id, 6]]);
});

apiTest("one foreign, gone or missing task refuses all, and a foreign column or label too", async ({ api }) => {
  const [ada, bob] = [await api.newPerson(), await api.newPerson("Bob")];
  const { boardId, columns, taskIds, bulk, snapshot } = await boardWithTasks(ada);
  const bobs = await boardWithTasks(bob, 1);
  const tagId = randomUUID() as TagId;
  await bob.api.tag.create({ boardId: bobs.boardId, mutationId: newMutationId(), tagId, name: "a", color: "red" });
  await ada.api.task.archive({ boardId, mutationId: newMutationId(), taskId: taskIds[5]! });
  const before = await snapshot();
  const acts: BulkAct[] = [{ kind: "move", toColumnId: columns.waiting.id }, { kind: "archive" }, { kind: "remove" }];
  for (const act of [...acts, { kind: "update", priority: "high" } as const]) {
    for (const other of [bobs.taskIds[0]!, newTaskId(), taskIds[5]!]) {
      await expect(bulk([taskIds[0]!, other], act)).rejects.toMatchObject({
        cause: { code: "TASK_NOT_FOUND", details: { taskId: other } },
      });
    }
  }
  const notFound = (refusal: string) => ({ code: "NOT_FOUND", refusal });
  for (const toColumnId of [bobs.columns.next.id, randomUUID() as ColumnId]) {
    expect(await refusalOf(bulk(taskIds.slice(0, 2), { kind: "move", toColumnId }))).toEqual(
      notFound("COLUMN_NOT_FOUND"),
    );
  }
  for (const id of [tagId, randomUUID() as TagId]) {
    expect(await refusalOf(bulk(taskIds.slice(0, 2), { kind: "update", addTagIds: [id] }))).toEqual(
      notFound("TAG_NOT_FOUND"),
    );
  }
  const many = Array.from({ length: limits.bulkTasks + 1 }, newTaskId);
  expect(await refusalOf(bulk(many, { kind: "archive" }))).toMatchObject({ code: "BAD_REQUEST" });
  expect(await snapshot()).toEqual(before);
});

apiTest("asked twice it is done once, and undone at once", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns, taskIds, bulk, snapshot } = await boardWithTasks(ada);
  const mutationId = newMutationId();
  const act = { kind: "move", toColumnId: columns.waiting.id } as const;
  const first = await bulk(taskIds.slice(1, 4), act, mutationId);
  expect(await bulk(taskIds.slice(1, 4), act, mutationId)).toEqual(first);
  expect(first.events).toHaveLength(3);
  await ada.api.board.undo({ boardId, mutationId: newMutationId(), undoes: [mutationId] });
  expect(orderIn(await snapshot(), columns.next.id)).toEqual(taskIds);
});

apiTest("hands that move many and one, and archive, at once meet no deadlock and lose nothing", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns, taskIds, bulk, snapshot } = await boardWithTasks(ada, 24);
  const places = [columns.next.id, columns.waiting.id, columns.someday.id, columns.inbox.id];
  const any = randomFrom("many and one").pick;
  const refused = new Set<string>();
  const note = (error: { message: string }) => void refused.add(error.message);
  const many = async () => {
    for (let n = 0; n < 12; n++) {
      const ids = Array.from({ length: 6 }, () => any(taskIds));
      await bulk(ids, { kind: "move", toColumnId: any(places), afterId: any(taskIds) }).catch(note);
      await bulk(ids, { kind: "update", dueAt: n % 2 ? "2026-12-04" : null }).catch(note);
    }
  };
  const one = async () => {
    for (let n = 0; n < 25; n++) {
      const move = { boardId, taskId: any(taskIds), toColumnId: any(places), mutationId: newMutationId() };
      await ada.api.task.move(move).catch(note);
    }
  };
  await Promise.all([many(), many(), many(), one(), one(), one()]);
  const { tasks } = await snapshot();
  expect(tasks).toHaveLength(24);
  expect(new Set(tasks.map((task) => `${task.columnId} ${task.rank}`)).size).toBe(24);
  expect([...refused].filter((code) => code !== "NEIGHBOURS_MOVED")).toEqual([]);
  expect(api.defects).toEqual([]);
  const counted = await api.deps.db.column.findMany({ where: { boardId } });
  for (const { id, openTasks } of counted) {
    expect(openTasks).toBe(tasks.filter(({ columnId }) => columnId === id).length);
  }
});

/** Counts what goes to the database while `work` runs. */
async function countStatements({ pool }: ApiDeps, work: () => Promise<unknown>): Promise<number> {
  let statements = 0;
  const counted = new WeakSet<PoolClient>();
  const count = (client: PoolClient) => {
    if (counted.has(client)) return;
    counted.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      statements++;
      return query(...args);
    }) as PoolClient["query"];
  };
  pool.on("acquire", count);
  await work();
  pool.off("acquire", count);
  return statements;
}

apiTest("two hundred tasks cost as many statements as two", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns, taskIds, bulk } = await boardWithTasks(ada, 200);
  const contextId = randomUUID() as ContextId;
  await ada.api.context.create({ boardId, mutationId: newMutationId(), contextId, name: "@phone" });
  await ada.api.column.update({ boardId, mutationId: newMutationId(), columnId: columns.waiting.id, contextId });
  const acts: BulkAct[] = [
    { kind: "move", toColumnId: columns.waiting.id },
    { kind: "update", removeContextIds: [contextId], addAssigneeIds: [ada.userId], dueAt: "2026-12-04" },
    { kind: "archive" },
  ];
  const few: number[] = [];
  const many: number[] = [];
  for (const act of acts) few.push(await countStatements(api.deps, () => bulk(taskIds.slice(0, 2), act)));
  for (const act of acts) many.push(await countStatements(api.deps, () => bulk(taskIds.slice(2), act)));
  expect(many).toEqual(few);
  expect(Math.max(...many)).toBeLessThan(20);
});
