import { randomUUID } from "node:crypto";
import type { AttachmentId, BoardId, ChecklistItemId, TaskId } from "@kanban/domain/ids";
import { expect } from "vitest";
import { createAttachment } from "../attachment/create-attachment.ts";
import {
  apiTest,
  newBoard,
  newMutationId,
  newTasks,
  orderIn,
  type Person,
  refusalOf,
  type TestApi,
} from "../testing/api-test.ts";

async function twoTasks(api: TestApi) {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const [taskId, otherTaskId] = (await newTasks(ada, boardId, columns.next.id, 2)) as [TaskId, TaskId];
  const itemId = randomUUID() as ChecklistItemId;
  const on = () => ({ boardId, taskId, mutationId: newMutationId() });
  await ada.api.checklistItem.create({ ...on(), itemId, text: "Ask Bob", isDone: true });
  const titles = async () => {
    const snapshot = await ada.api.board.snapshot({ boardId });
    const byId = new Map(snapshot.tasks.map((task) => [task.id, task.title]));
    return orderIn(snapshot, columns.next.id).map((id) => byId.get(id));
  };
  const items = async (id = taskId) =>
    (await ada.api.task.get({ boardId, taskId: id })).detail.checklist.map(({ text, isDone }) => [text, isDone]);
  return { ada, boardId, columns, taskId, otherTaskId, itemId, on, titles, items };
}

function attach({ ctx }: Person, boardId: BoardId, taskId: TaskId) {
  const file = { name: "Plan.txt", type: "text/plain", size: 10, sha256: "a".repeat(64) };
  const attachmentId = randomUUID() as AttachmentId;
  const fileLimits = { bytesPerFile: 1_000, bytesPerBoard: 100_000 };
  const storage = { exists: async () => true };
  return createAttachment(ctx, { boardId, taskId, attachmentId, ...file }, { storage, fileLimits });
}

apiTest("an item becomes an open task below its own, in one step that can be undone", async ({ api }) => {
  const { ada, boardId, itemId, on, titles, items } = await twoTasks(api);
  const asked = { ...on(), itemId, newTaskId: randomUUID() as TaskId };
  const { events } = await ada.api.checklistItem.toTask(asked);
  expect(events.map(({ change }) => change.type)).toEqual(["checklist-item.removed", "task.created"]);
  expect([await titles(), await items()]).toEqual([["Task 1", "Ask Bob", "Task 2"], []]);
  await ada.api.board.undo({ boardId, undoes: [asked.mutationId], mutationId: newMutationId() });
  expect([await titles(), await items()]).toEqual([["Task 1", "Task 2"], [["Ask Bob", true]]]);
});

apiTest("an item of a full column stays one", async ({ api }) => {
  const { ada, boardId, columns, itemId, on, titles, items } = await twoTasks(api);
  await ada.api.column.update({ boardId, columnId: columns.next.id, wipLimit: 2, mutationId: newMutationId() });
  const refused = ada.api.checklistItem.toTask({ ...on(), itemId, newTaskId: randomUUID() as TaskId });
  expect(await refusalOf(refused)).toMatchObject({ refusal: "WIP_LIMIT_REACHED" });
  expect([await titles(), await items()]).toEqual([["Task 1", "Task 2"], [["Ask Bob", true]]]);
});

apiTest("a task becomes the last item of another, and undoing brings it back", async ({ api }) => {
  const { ada, boardId, taskId, otherTaskId, titles, items } = await twoTasks(api);
  const mutationId = newMutationId();
  const into = { boardId, taskId: otherTaskId, otherTaskId: taskId, itemId: randomUUID() as ChecklistItemId };
  await ada.api.task.toChecklistItem({ ...into, mutationId });
  expect([await titles(), await items()]).toEqual([
    ["Task 1"],
    [
      ["Ask Bob", true],
      ["Task 2", false],
    ],
  ]);
  await ada.api.board.undo({ boardId, undoes: [mutationId], mutationId: newMutationId() });
  expect([await titles(), await items()]).toEqual([["Task 1", "Task 2"], [["Ask Bob", true]]]);
});

apiTest("a task that holds what an item cannot hold stays a task", async ({ api }) => {
  const { ada, boardId, taskId, otherTaskId, titles } = await twoTasks(api);
  const into = { boardId, taskId, otherTaskId, itemId: randomUUID() as ChecklistItemId };
  const refused = ada.api.task.toChecklistItem({ ...into, mutationId: newMutationId() });
  expect(await refusalOf(refused)).toMatchObject({ refusal: "TASK_HOLDS_MORE" });
  const itself = ada.api.task.toChecklistItem({ ...into, otherTaskId: taskId, mutationId: newMutationId() });
  expect(await refusalOf(itself)).toMatchObject({ refusal: "LINK_TO_ITSELF" });
  expect(await titles()).toEqual(["Task 1", "Task 2"]);
});

apiTest(
  "a task with a file stays a task, and one with a file of its own is not undone into an item",
  async ({ api }) => {
    const { ada, boardId, taskId, otherTaskId, itemId, on, titles } = await twoTasks(api);
    const newTaskId = randomUUID() as TaskId;
    const made = { ...on(), itemId, newTaskId };
    await ada.api.checklistItem.toTask(made);
    for (const id of [otherTaskId, newTaskId]) await attach(ada, boardId, id);
    const into = { boardId, taskId: otherTaskId, otherTaskId: taskId, itemId: randomUUID() as ChecklistItemId };
    const refused = ada.api.task.toChecklistItem({ ...into, mutationId: newMutationId() });
    expect(await refusalOf(refused)).toMatchObject({ refusal: "TASK_HOLDS_MORE" });
    const undone = ada.api.board.undo({ boardId, undoes: [made.mutationId], mutationId: newMutationId() });
    expect(await refusalOf(undone)).toMatchObject({ refusal: "UNDO_CONFLICT" });
    expect(await titles()).toEqual(["Task 1", "Ask Bob", "Task 2"]);
  },
);

apiTest("two tasks made items of each other at once do not both vanish", async ({ api }) => {
  const { ada, boardId, columns, titles } = await twoTasks(api);
  const [a, b] = (await newTasks(ada, boardId, columns.next.id, 2)) as [TaskId, TaskId];
  const turn = (taskId: TaskId, otherTaskId: TaskId) => {
    const itemId = randomUUID() as ChecklistItemId;
    return ada.api.task.toChecklistItem({ boardId, taskId, otherTaskId, itemId, mutationId: newMutationId() });
  };
  await Promise.allSettled([turn(a, b), turn(b, a)]);
  expect(await titles()).toHaveLength(3);
  expect(api.defects).toEqual([]);
});
