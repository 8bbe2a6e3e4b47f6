import { expect, test } from "vitest";
import type { OldTask } from "./old-tables.ts";
import { placeBoard } from "./place-board.ts";
import { instantAt, oldBoard, oldId, oldTask, oldTime } from "./testing/old-rows.ts";
import { people } from "./testing/people.ts";

function placeTask(fields: Partial<OldTask>) {
  const rows = oldBoard({ tasks: [oldTask(1, { lastMovedAt: oldTime(9), ...fields })] });
  const { wanted, kept } = placeBoard(rows, people);
  const [task] = wanted.tasks;
  const nameOf = new Map([...wanted.columns, ...wanted.contexts].map(({ id, name }) => [id as string, name]));
  const { place, contextIds } = task!;
  return {
    task: task!,
    place: [nameOf.get(place.columnId), place.isArchived],
    contexts: contextIds.map((id) => nameOf.get(id)!).sort(),
    kept: kept.find(({ table }) => table === "Task")?.row ?? {},
    order: wanted.order,
  };
}

const column = (number: number) => ({ columnId: oldId("column", number) });
const [phone, next, waiting, done, archive, unknown] = [2, 3, 4, 5, 6, 99].map(column);
const completedAt = oldTime(5);

type Case = [string, Partial<OldTask>, [column: string, isArchived: boolean], finishedAt: number | null, kept: object];
test.for<Case>([
  ["in its column", { ...next }, ["Next", false], null, {}],
  ["in its column, opened again", { ...next, completedAt }, ["Next", false], null, { completedAt }],
  ["in done", { ...done, isDone: true, completedAt }, ["Done", false], 5, {}],
  ["in done at its last move", { ...done, isDone: true }, ["Done", false], 9, {}],
  ["in done and not done", { ...done }, ["Done", false], 9, { isDone: false }],
  ["in done and opened again", { ...done, completedAt }, ["Done", false], 5, { isDone: false }],
  ["done elsewhere", { ...next, isDone: true, completedAt }, ["Done", false], 5, next!],
  ["done nowhere", { ...unknown, isDone: true }, ["Done", false], 9, unknown!],
  ["nowhere", { ...unknown }, ["Inbox", false], null, unknown!],
  ["nowhere, opened again", { ...unknown, completedAt }, ["Inbox", false], null, { ...unknown, completedAt }],
  ["in the archive", { ...archive }, ["Inbox", true], null, {}],
  ["in the archive, done", { ...archive, isDone: true, completedAt }, ["Done", true], 5, {}],
  ["in the archive, done at its last move", { ...archive, isDone: true }, ["Done", true], 9, {}],
  ["in the archive, completed before", { ...archive, completedAt }, ["Done", true], 5, { isDone: false }],
])("a task %s", ([, fields, place, finished, kept]) => {
  const result = placeTask(fields);
  expect(result).toMatchObject({ place, kept });
  expect(Object.keys(result.kept)).toEqual(Object.keys(kept));
  expect(result.task.finishedAt).toBe(finished === null ? null : instantAt(finished));
  expect(result.task.enteredColumnAt).toBe(instantAt(9));
});

test.for<[string, Partial<OldTask>, string[]]>([
  ["its own", { ...next, context: "EMAIL" }, ["Email"]],
  ["its column's", { ...phone }, ["Phone"]],
  ["both", { ...phone, context: "DESK" }, ["Desk", "Phone"]],
  ["one that is both", { ...phone, context: "PHONE" }, ["Phone"]],
  ["not that of a column it is not in", { ...phone, isDone: true }, []],
  ["none in the archive but its own", { ...archive, context: "READ" }, ["Read"]],
])("a task has the context: %s", ([, fields, contexts]) => {
  expect(placeTask(fields).contexts).toEqual(contexts);
});

const wait = (who: string, since: number) => ({ who, since: instantAt(since), followUpOn: null });
test.for<[string, Partial<OldTask>, object, object]>([
  ["waits for somebody", { ...waiting, waitingFor: "Anna" }, { waitingFor: wait("Anna", 9) }, {}],
  ["waits for nobody", { ...waiting }, { waitingFor: wait("", 9) }, {}],
  ["waits elsewhere", { ...next, waitingFor: "Anna" }, { waitingFor: wait("Anna", 0) }, {}],
  ["waits elsewhere for nobody", { ...next, waitingFor: "" }, { waitingFor: null }, {}],
  ["has no priority", {}, { priority: "normal" }, {}],
  ["is urgent", { priority: "HIGH" }, { priority: "high" }, {}],
  ["takes an hour", { duration: "1h" }, { estimateMinutes: 60 }, {}],
  ["takes a while", { duration: "a while" }, { estimateMinutes: null }, { duration: "a while" }],
  ["is due on a day", { dueAt: "2026-02-01 00:00:00" }, { dueAt: "2026-02-01" }, {}],
  ["is never due", { dueAt: "infinity" }, { dueAt: null }, { dueAt: "infinity" }],
  [
    "belongs to a project of another board",
    { projectId: oldId("project", 9) },
    { projectId: null },
    { projectId: oldId("project", 9) },
  ],
  [
    "is somebody else's",
    { ownerId: oldId("user", 2) },
    { ownerId: oldId("user", 2), assigneeIds: [oldId("user", 2)] },
    {},
  ],
  [
    "is nobody's",
    { ownerId: oldId("user", 9) },
    { ownerId: oldId("user", 1), assigneeIds: [] },
    { ownerId: oldId("user", 9) },
  ],
  ["carries notes of agents", { metadata: { mail: 1 } }, {}, { metadata: { mail: 1 } }],
  ["has no description", { description: null }, { notes: "" }, {}],
])("a task that %s", ([, fields, expected, kept]) => {
  const result = placeTask(fields);
  expect(result.task).toMatchObject(expected);
  expect(result.kept).toEqual(kept);
});
