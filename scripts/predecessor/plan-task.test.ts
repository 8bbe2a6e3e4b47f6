import type { BoardId, ColumnId } from "@kanban/domain/ids";
import type { Rank } from "@kanban/domain/rank";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { TaskState } from "./board-state.ts";
import type { OldTask, OldTaskEvent } from "./old-tables.ts";
import { placeBoard } from "./place-board.ts";
import { planTask } from "./plan-task.ts";
import { oldBoard, oldEvent, oldId, oldTask, oldTime } from "./testing/old-rows.ts";
import { people } from "./testing/people.ts";
import { type Told, stepsOfTask } from "./task-steps.ts";

const types = ["CREATED", "UPDATED", "MOVED", "MOVED", "MOVED", "COMPLETED", "STALE", "RULE_TRIGGERED"] as const;
const anyColumn = fc.constantFrom(1, 2, 3, 4, 5, 6, 99).map((number) => oldId("column", number));
const anyTime = fc.integer({ min: 0, max: 20 }).map(oldTime);

/** A history in the order it is read in: by time, those of one moment in any order; kinds and columns as they come. */
const anyHistory = fc
  .array(
    fc.record({
      type: fc.constantFrom(...types),
      toColumnId: fc.option(anyColumn),
      fromColumnId: fc.option(anyColumn),
      createdAt: anyTime,
    }),
    { maxLength: 12 },
  )
  .map((events) =>
    events
      .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0))
      .map((event, index) => oldEvent(index, event)),
  );

const anyRow: fc.Arbitrary<OldTask> = fc
  .record({
    columnId: anyColumn,
    isDone: fc.boolean(),
    completedAt: fc.option(anyTime),
    lastMovedAt: anyTime,
    createdAt: anyTime,
    title: fc.constantFrom("one", "another"),
    description: fc.constantFrom(null, "notes"),
    waitingFor: fc.constantFrom(null, "Anna"),
  })
  .map((fields) => oldTask(1, fields));

function plan(row: OldTask, events: readonly OldTaskEvent[], current: TaskState | null) {
  const { wanted } = placeBoard(oldBoard({ tasks: [row] }), people);
  const ranked = wanted.columns.map((column, index) => ({ ...column, rank: `a${index}` as Rank }));
  const columns = new Map(ranked.map((column) => [column.id, column]));
  const { archiveColumnIds } = wanted;
  const asked = {
    ...{ wanted: wanted.tasks[0]!, rank: "a5" as Rank, number: 7, boardId: wanted.board.id as BoardId, columns },
    ...{ archiveColumnIds, leavingColumnIds: new Set<ColumnId>() },
  };
  const planned = planTask({ ...asked, current, events });
  const again = planTask({ ...asked, current: planned.task, events: [] });
  const kindOf = (id: string) => columns.get(id as ColumnId)?.kind ?? null;
  return { ...planned, again, asked, kindOf };
}

function expectDone(planned: ReturnType<typeof plan>, events: readonly OldTaskEvent[], versionBefore: number): void {
  const { task, changes, again, asked, kindOf } = planned;
  const told = changes.filter(({ change }) => "imported" in change.payload && change.payload.imported);
  expect(told.map(({ id }) => id).sort()).toEqual(events.map(({ id }) => id).sort());
  for (const { id, at, change } of told) {
    const event = events.find((one) => one.id === id)!;
    expect(at.replace("T", " ")).toBe(`${event.createdAt}.000Z`);
    expect(change.payload).toMatchObject({ imported: { type: event.type } });
  }
  const versions = changes.map(({ change: { type, payload } }) =>
    type === "task.created" ? payload.card.version : "version" in payload ? payload.version : null,
  );
  expect(versions).toEqual(changes.map((_, index) => versionBefore + index + 1));
  expect(again).toEqual({ changes: [], task });

  const {
    place,
    enteredColumnAt,
    ownerId: _owner,
    updatedAt: _updated,
    notes,
    checklist: _items,
    ...fields
  } = asked.wanted;
  expect(task).toMatchObject({ card: fields, notes, deletedAt: null });
  expect(task.archivedAt ?? task.card.enteredColumnAt).toBe(enteredColumnAt);
  expect(task.archivedAt !== null).toBe(place.isArchived);
  if (!place.isArchived) expect(task.card).toMatchObject({ columnId: place.columnId, rank: asked.rank });
  expect(kindOf(task.card.columnId) === "done").toBe(task.card.finishedAt !== null);
}

test("a new task comes where its row says, whatever its history tells, and each event is told once", () => {
  fc.assert(
    fc.property(anyRow, anyHistory, (row, events) => {
      const planned = plan(row, events, null);
      expectDone(planned, events, 0);
      expect(planned.changes[0]?.change.type).toBe("task.created");
    }),
    { numRuns: 500 },
  );
});

test("a task that is here goes on from where it is, also from the archive and from the trash", () => {
  fc.assert(
    fc.property(anyRow, anyRow, anyHistory, fc.nat(12), fc.boolean(), (before, after, events, split, isTrashed) => {
      const first = plan(before, events.slice(0, split), null).task;
      const current = isTrashed ? { ...first, deletedAt: "2026-02-01T00:00:00.000Z" } : first;
      const { createdAt } = before;
      const rest = events.slice(split);
      expectDone(plan({ ...after, createdAt }, rest, current), rest, current.card.version);
    }),
    { numRuns: 500 },
  );
});

/** The way in short: what happens and to which column, an event by its place in the history. */
function way(row: Partial<OldTask>, events: readonly Partial<OldTaskEvent>[]): string[] {
  const history = events.map((event, index) => oldEvent(index, { createdAt: oldTime(index), ...event }));
  const { wanted } = placeBoard(oldBoard({ tasks: [oldTask(1, row)] }), people);
  const column = (id: ColumnId) => wanted.columns.find((one) => one.id === id)!;
  const steps = stepsOfTask({
    ...{ wanted: wanted.tasks[0]!, place: null, isFinishRight: false, isEntryRight: false, boardId: oldId("board", 1) },
    ...{ events: history, archiveColumnIds: wanted.archiveColumnIds, leavingColumnIds: new Set<string>() },
    kindOf: (id) => wanted.columns.find((one) => one.id === id)?.kind ?? null,
  });
  const told = (event: Told | null) => (event ? ` ${history.findIndex(({ id }) => id === event.id)}` : "");
  return steps.map(
    (step) => `${step.do}${"columnId" in step ? ` ${column(step.columnId).name}` : ""}${told(step.event)}`,
  );
}

const [inbox, next, done, archive, unknown] = [1, 3, 5, 6, 99].map((number) => oldId("column", number));
const created = (toColumnId = inbox!) => ({ type: "CREATED" as const, toColumnId });
const moved = (fromColumnId: string | null, toColumnId: string | null) => {
  return { type: "MOVED" as const, fromColumnId, toColumnId };
};

test.for<[string, Partial<OldTask>, Partial<OldTaskEvent>[], string[]]>([
  ["without events", { columnId: next! }, [], ["create Next"]],
  ["by its events", { columnId: next! }, [created(), moved(inbox!, next!)], ["create Inbox 0", "place Next 1"]],
  ["without its creation", { columnId: next! }, [moved(inbox!, next!)], ["create Inbox", "place Next 0"]],
  ["created late", { columnId: next! }, [moved(inbox!, next!), created()], ["create Inbox 1", "place Next 0"]],
  ["created twice", {}, [created(), created()], ["create Inbox 0", "note 1"]],
  ["moved unseen", { columnId: next! }, [created()], ["create Inbox 0", "place Next"]],
  [
    "through a column that is gone",
    { columnId: next! },
    [created(unknown), moved(unknown!, next!)],
    ["create Next 0", "note 1"],
  ],
  ["to where it is", {}, [created(), moved(inbox!, inbox!)], ["create Inbox 0", "note 1"]],
  ["to nowhere", {}, [created(), moved(inbox!, null)], ["create Inbox 0", "note 1"]],
  [
    "completed where it was",
    { columnId: next!, isDone: true },
    [created(next), { type: "COMPLETED" }],
    ["create Next 0", "place Done 1"],
  ],
  [
    "completed, and opened again",
    { columnId: next! },
    [created(next), { type: "COMPLETED" }],
    ["create Next 0", "note 1"],
  ],
  [
    "done and archived",
    { columnId: archive!, isDone: true },
    [created(), moved(inbox!, done!), moved(done!, archive!)],
    ["create Inbox 0", "place Done 1", "archive 2"],
  ],
  [
    "archived and back",
    { columnId: next! },
    [created(), moved(inbox!, archive!), moved(archive!, next!)],
    ["create Inbox 0", "archive 1", "place Next 2"],
  ],
  ["archived unseen", { columnId: archive! }, [created(next)], ["create Next 0", "archive"]],
])("the way of a task %s", ([, row, events, expected]) => {
  expect(way(row, events)).toEqual(expected);
});
