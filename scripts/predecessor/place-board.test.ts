import type { ColumnId } from "@kanban/domain/ids";
import { expect, test } from "vitest";
import { placeBoard } from "./place-board.ts";
import { oldBoard, oldId, oldTask, oldTime } from "./testing/old-rows.ts";
import { people } from "./testing/people.ts";

const place = (rows: Parameters<typeof oldBoard>[0]) => placeBoard(oldBoard(rows), people);

test("tasks stand by position, with gaps, twice or below zero; those at one place by when they were moved", () => {
  const at = (position: number | null, moved: string) => ({ position, lastMovedAt: moved });
  const tasks = [
    oldTask(1, at(5, oldTime(1))),
    oldTask(2, at(5, "2026-01-01 00:00:59.5")),
    oldTask(3, at(-2, oldTime(9))),
    oldTask(4, at(null, oldTime(2))),
    oldTask(5, at(0, oldTime(2))),
    oldTask(6, at(0, "2026-01-01 00:02:00.25")),
    oldTask(7, { ...at(100, oldTime(0)), columnId: oldId("column", 6) }),
    oldTask(8, { ...at(-9, oldTime(0)), columnId: oldId("column", 99) }),
  ];
  const { wanted } = place({ tasks });
  expect(wanted.order).toEqual(
    new Map([[oldId("column", 1) as ColumnId, [8, 3, 4, 5, 6, 2, 1].map((number) => oldId("task", number))]]),
  );
});

test("a board whose owner is not there is the oldest account's", () => {
  const { wanted, kept } = place({ board: { ...oldBoard().board, ownerId: oldId("user", 9) } });
  expect(wanted.owner.userId).toBe(oldId("user", 1));
  expect(kept).toContainEqual(expect.objectContaining({ table: "Board", row: { ownerId: oldId("user", 9) } }));
});

test.for<[unknown, number]>([
  [null, 7],
  [{}, 7],
  [[], 7],
  [{ staleThresholdDays: 3 }, 3],
  [{ staleThresholdDays: 365 }, 365],
  [{ staleThresholdDays: 366 }, 7],
  [{ staleThresholdDays: 0 }, 7],
  [{ staleThresholdDays: 2.5 }, 7],
  [{ staleThresholdDays: "3" }, 7],
])("with settings %j tasks sleep after %i days, and the settings are kept", ([config, days]) => {
  const { wanted, kept } = place({ board: { ...oldBoard().board, config } });
  expect(wanted.board.sleepAfterDays).toBe(days);
  expect(kept.filter(({ table }) => table === "Board").map(({ row }) => row)).toEqual(
    config === null ? [] : [{ config }],
  );
});

test("tags of another board are not on a task, checklists are in their order", () => {
  const item = (number: number, position: number, minute: number) => ({
    ...{ id: oldId("item", number), taskId: oldId("task", 1), title: `Item ${number}`, isDone: false, position },
    ...{ createdAt: oldTime(minute), updatedAt: oldTime(minute) },
  });
  const tag = { id: oldId("tag", 1), boardId: oldId("board", 1), name: "a", color: null };
  const { wanted } = place({
    tasks: [oldTask(1)],
    tags: [{ ...tag, createdAt: oldTime(0), updatedAt: oldTime(0) }],
    taskTags: [1, 2].map((number) => ({ taskId: oldId("task", 1), tagId: oldId("tag", number) })),
    checklistItems: [item(1, 4, 0), item(2, 1, 9), item(3, 1, 8), item(4, -1, 7)],
  });
  expect(wanted.tasks[0]).toMatchObject({
    tagIds: [oldId("tag", 1)],
    checklist: [4, 3, 2, 1].map((number) => ({ text: `Item ${number}` })),
  });
});
