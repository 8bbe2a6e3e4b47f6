import { randomUUID } from "node:crypto";
import type { ChecklistItemId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, newTaskId, refusalOf } from "../testing/api-test.ts";

const item = (text: string, isDone = false) => ({ itemId: randomUUID() as ChecklistItemId, text, isDone });

apiTest("a task comes with its checklist in one mutation, and asked again it comes once", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const create = {
    ...{ boardId, taskId: newTaskId(), columnId: columns.next.id, title: "Pack", mutationId: newMutationId() },
    checklist: [item("Tent"), item("Boots", true), item("Map")],
  };
  const { events } = await ada.api.task.create(create);
  expect(events.map(({ change }) => change.type)).toEqual([
    "task.created",
    ...Array.from({ length: 3 }, () => "checklist-item.created"),
  ]);
  const again = await ada.api.task.create(create);
  expect(again.events.map(({ seq }) => seq)).toEqual(events.map(({ seq }) => seq));

  const { card, detail } = await ada.api.task.get({ boardId, taskId: create.taskId });
  expect(card).toMatchObject({ version: 4, checklistTotal: 3, checklistDone: 1 });
  expect(detail.checklist.map(({ text, isDone }) => [text, isDone])).toEqual([
    ["Tent", false],
    ["Boots", true],
    ["Map", false],
  ]);
  expect(api.defects).toEqual([]);
});

apiTest("a checklist with a taken id, the same id twice or too many items leaves no task behind", async ({ api }) => {
  const [ada, bob] = [await api.newPerson(), await api.newPerson("Bob")];
  const [hers, his] = [await newBoard(ada), await newBoard(bob)];
  const foreign = item("His");
  const base = { boardId: his.boardId, columnId: his.columns.next.id, title: "Pack" };
  await bob.api.task.create({ ...base, mutationId: newMutationId(), checklist: [foreign] });

  const create = (checklist: ReturnType<typeof item>[]) =>
    ada.api.task.create({
      ...{ boardId: hers.boardId, columnId: hers.columns.next.id, title: "Pack" },
      ...{ mutationId: newMutationId(), checklist },
    });
  expect(await refusalOf(create([item("Tent"), foreign]))).toEqual({ code: "CONFLICT", refusal: "ID_TAKEN" });
  const twin = item("Twice");
  expect(await refusalOf(create([twin, twin]))).toEqual({ code: "BAD_REQUEST", refusal: null });
  const many = Array.from({ length: limits.checklistItemsPerTask + 1 }, (_, n) => item(`Item ${n}`));
  expect(await refusalOf(create(many))).toEqual({ code: "BAD_REQUEST", refusal: null });
  expect((await ada.api.board.snapshot({ boardId: hers.boardId })).tasks).toEqual([]);

  await create(many.slice(1));
  expect((await ada.api.board.snapshot({ boardId: hers.boardId })).tasks[0]?.checklistTotal).toBe(many.length - 1);
});
