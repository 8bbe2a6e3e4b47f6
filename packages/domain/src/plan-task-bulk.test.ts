import { allHints } from "./hint/fold-hints.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type BoardView, tasksInColumn, viewOfSnapshot } from "./board-view.ts";
import { defaultColumns } from "./column-kind.ts";
import type { TaskCard } from "./entities.ts";
import type { BoardId, ColumnId, MutationId, TagId, TaskId, UserId } from "./ids.ts";
import { limits } from "./limits.ts";
import type { BulkAct, Mutation } from "./mutations.ts";
import { numberWhilePending } from "./plan-task-create.ts";
import { applyMutation, planMutation } from "./plan-mutation.ts";
import { evenRanks } from "./rank.ts";

const id = <Id extends string>(kind: number, index: number) =>
  `0193b3a0-0000-7000-800${kind}-${String(index).padStart(12, "0")}` as Id;
const boardId = id<BoardId>(0, 0);
const now = "2026-01-01T00:00:00.000Z";
const columnAt = (index: number) => id<ColumnId>(2, index);
const tasksPerColumn = 6;

/** A board with six tasks in each of its columns; the task of column 2 and row 3 is `id(4, 23)`. */
const board: BoardView = viewOfSnapshot({
  epoch: id(9, 9),
  seq: 1,
  board: {
    id: boardId,
    name: "Home",
    key: "HOME",
    wipPolicy: "ask",
    sleepAfterDays: 14,
    isDemo: false,
    hints: allHints,
  },
  role: "owner",
  columns: defaultColumns.map((column, index) => ({
    ...column,
    id: columnAt(index),
    contextId: null,
    wipLimit: null,
    rank: evenRanks(defaultColumns.length)[index]!,
  })),
  tasks: defaultColumns.flatMap((_, column) =>
    evenRanks(tasksPerColumn).map((rank, row): TaskCard => ({
      ...{ id: id(4, column * 10 + row), columnId: columnAt(column), number: numberWhilePending, title: "Task", rank },
      ...{ contextIds: [], tagIds: [], projectId: null, assigneeIds: [], priority: "normal", estimateMinutes: null },
      ...{ energy: null, waitingFor: null, deferUntil: null, dueAt: null, needsBreakdown: false, source: "web" },
      ...{ capturedAt: now, startedAt: null, finishedAt: null, enteredColumnAt: now, hasNotes: false },
      ...{ checklistTotal: 0, checklistDone: 0, hintCount: 0, commentCount: 0, attachmentCount: 0, cover: null },
      version: 1,
    })),
  ),
  tags: [],
  contexts: [],
  projects: [],
  links: [],
  userId: id<UserId>(1, 0),
  members: [{ userId: id<UserId>(1, 0), name: "Alex", role: "owner" }],
});

const bulk = (taskIds: readonly TaskId[], act: BulkAct): Mutation => ({
  name: "task.bulk",
  input: { boardId, mutationId: id<MutationId>(3, 1), taskIds: [...taskIds], do: act },
});
const order = (view: BoardView, columnId: ColumnId) => tasksInColumn(view, columnId).map((task) => task.id);
const withLimit = (view: BoardView, index: number, wipLimit: number): BoardView => ({
  ...view,
  columns: { ...view.columns, [columnAt(index)]: { ...view.columns[columnAt(index)]!, wipLimit } },
});

const allIds = Object.keys(board.tasks) as TaskId[];
const someTasks = fc.shuffledSubarray(allIds, { minLength: 1 });

test("moved tasks stand together in the order asked for, where the anchor says; all others keep theirs", () => {
  fc.assert(
    fc.property(someTasks, fc.nat(5), fc.nat(6), fc.boolean(), (taskIds, column, row, isAfter) => {
      const toColumnId = columnAt(column);
      const others = order(board, toColumnId).filter((taskId) => !taskIds.includes(taskId));
      const anchor = others[row];
      const anchors = anchor ? (isAfter ? { afterId: anchor } : { beforeId: anchor }) : {};
      const after = applyMutation(board, bulk(taskIds, { kind: "move", toColumnId, ...anchors }), now);
      const at = anchor ? others.indexOf(anchor) + (isAfter ? 1 : 0) : others.length;
      expect(order(after, toColumnId)).toEqual(others.toSpliced(at, 0, ...taskIds));
      for (const index of defaultColumns.keys()) {
        if (index === column) continue;
        const stayed = order(board, columnAt(index)).filter((taskId) => !taskIds.includes(taskId));
        expect(order(after, columnAt(index))).toEqual(stayed);
      }
    }),
  );
});

test("tasks dropped where they are do not move, and doing the same again changes nothing", () => {
  fc.assert(
    fc.property(someTasks, fc.nat(5), (taskIds, column) => {
      const mutation = bulk(taskIds, { kind: "move", toColumnId: columnAt(column) });
      const once = applyMutation(board, mutation, now);
      expect(planMutation(once, mutation, now)).toEqual([]);
    }),
  );
});

test("one task that is not there refuses all, and is named", () => {
  const acts: BulkAct[] = [
    { kind: "move", toColumnId: columnAt(0) },
    { kind: "update", priority: "high" },
    { kind: "archive" },
    { kind: "remove" },
  ];
  for (const act of acts) {
    expect(() => planMutation(board, bulk([id(4, 0), id(4, 999)], act), now)).toThrow(
      expect.objectContaining({ code: "TASK_NOT_FOUND", details: { taskId: id(4, 999) } }),
    );
  }
});

test("a limit counts the tasks that come, not those that are there, and only those beyond it pass it", () => {
  const limited = withLimit(board, 1, tasksPerColumn + 2);
  const three = [id<TaskId>(4, 10), id<TaskId>(4, 0), id<TaskId>(4, 1)];
  const move = { kind: "move", toColumnId: columnAt(1) } as const;
  expect(planMutation(limited, bulk(three, move), now)).toHaveLength(3);
  const four = [...three, id<TaskId>(4, 2)];
  expect(() => planMutation(limited, bulk(four, move), now)).toThrow(
    expect.objectContaining({ code: "WIP_REASON_REQUIRED" }),
  );
  const changes = planMutation(limited, bulk(four, { ...move, overrideWip: { reason: "Sale" } }), now);
  const overrides = changes.map((change) => (change.type === "task.moved" ? change.payload.overrodeWip : undefined));
  expect(overrides).toEqual([null, null, null, { wipLimit: tasksPerColumn + 2, reason: "Sale" }]);
});

test("labels are added and taken off, each task keeps its others, and untouched ones have no event", () => {
  const [urgent, home] = [id<TagId>(5, 0), id<TagId>(5, 1)];
  const [a, b] = [id<TaskId>(4, 0), id<TaskId>(4, 1)];
  const tagged: BoardView = { ...board, tasks: { ...board.tasks, [a]: { ...board.tasks[a]!, tagIds: [home] } } };
  const after = applyMutation(tagged, bulk([a, b], { kind: "update", addTagIds: [urgent] }), now);
  expect([after.tasks[a]?.tagIds, after.tasks[b]?.tagIds]).toEqual([[urgent, home], [urgent]]);
  const changes = planMutation(after, bulk([a, b], { kind: "update", removeTagIds: [home] }), now);
  expect(changes.map(({ payload }) => "taskId" in payload && payload.taskId)).toEqual([a]);
});

test("a task that would have too many labels refuses all, and is named", () => {
  const full = Array.from({ length: limits.labelsPerTask }, (_, index) => id<TagId>(5, index));
  const a = id<TaskId>(4, 0);
  const tagged: BoardView = { ...board, tasks: { ...board.tasks, [a]: { ...board.tasks[a]!, tagIds: full } } };
  const mutation = bulk([id(4, 1), a], { kind: "update", addTagIds: [id<TagId>(5, 99)] });
  expect(() => planMutation(tagged, mutation, now)).toThrow(
    expect.objectContaining({ code: "LIMIT_REACHED", details: expect.objectContaining({ taskId: a }) }),
  );
});
