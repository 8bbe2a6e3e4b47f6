import { randomUUID } from "node:crypto";
import type { ChecklistItemId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, newTasks, type Person, refusalOf } from "../testing/api-test.ts";

const newItemId = () => randomUUID() as ChecklistItemId;

async function taskWithItems(person: Person, texts: string[]) {
  const { boardId, columns } = await newBoard(person);
  const [taskId] = await newTasks(person, boardId, columns.next.id, 1);
  const on = { boardId, taskId: taskId! };
  const itemIds: ChecklistItemId[] = [];
  for (const text of texts) {
    const itemId = newItemId();
    await person.api.checklistItem.create({ ...on, itemId, text, mutationId: newMutationId() });
    itemIds.push(itemId);
  }
  const read = async () => {
    const { card, detail } = await person.api.task.get(on);
    const { version, checklistTotal: total, checklistDone: done } = card;
    return { version, total, done, texts: detail.checklist.map((item) => item.text) };
  };
  return { on, itemIds, read };
}

apiTest("items are added, ticked, moved and removed, and the task counts them", async ({ api }) => {
  const ada = await api.newPerson();
  const { on, itemIds, read } = await taskWithItems(ada, ["Milk", "Bread", "Eggs"]);
  const [milk, , eggs] = itemIds;
  expect(await read()).toEqual({ version: 4, total: 3, done: 0, texts: ["Milk", "Bread", "Eggs"] });

  await ada.api.checklistItem.update({ ...on, itemId: milk!, isDone: true, mutationId: newMutationId() });
  await ada.api.checklistItem.move({ ...on, itemId: eggs!, beforeId: milk!, mutationId: newMutationId() });
  expect(await read()).toEqual({ version: 6, total: 3, done: 1, texts: ["Eggs", "Milk", "Bread"] });

  const { events } = await ada.api.checklistItem.remove({ ...on, itemId: milk!, mutationId: newMutationId() });
  expect(events.map(({ change }) => change.type)).toEqual(["checklist-item.removed"]);
  expect(await read()).toEqual({ version: 7, total: 2, done: 0, texts: ["Eggs", "Bread"] });
  expect(api.defects).toEqual([]);
});

apiTest("a change that changes nothing writes no event", async ({ api }) => {
  const ada = await api.newPerson();
  const { on, itemIds, read } = await taskWithItems(ada, ["Milk", "Bread"]);
  const before = await read();
  const same = await ada.api.checklistItem.update({
    ...on,
    itemId: itemIds[0]!,
    text: "Milk",
    mutationId: newMutationId(),
  });
  const there = await ada.api.checklistItem.move({
    ...on,
    itemId: itemIds[1]!,
    afterId: itemIds[0]!,
    mutationId: newMutationId(),
  });
  expect([same.events, there.events, await read()]).toEqual([[], [], before]);
});

apiTest("an item of another task is not found, and anchors that are gone are refused", async ({ api }) => {
  const ada = await api.newPerson();
  const here = await taskWithItems(ada, ["Milk"]);
  const there = await taskWithItems(ada, ["Bread"]);
  const foreign = ada.api.checklistItem.remove({ ...here.on, itemId: there.itemIds[0]!, mutationId: newMutationId() });
  expect(await refusalOf(foreign)).toEqual({ code: "NOT_FOUND", refusal: "CHECKLIST_ITEM_NOT_FOUND" });
  const lost = ada.api.checklistItem.move({
    ...here.on,
    itemId: here.itemIds[0]!,
    afterId: newItemId(),
    mutationId: newMutationId(),
  });
  expect(await refusalOf(lost)).toEqual({ code: "CONFLICT", refusal: "NEIGHBOURS_MOVED" });
  expect((await there.read()).total).toBe(1);
});

apiTest("an id that is taken and an item too many are refused", async ({ api }) => {
  const ada = await api.newPerson();
  const { on, itemIds } = await taskWithItems(ada, ["Milk"]);
  const twin = ada.api.checklistItem.create({ ...on, itemId: itemIds[0]!, text: "Again", mutationId: newMutationId() });
  expect(await refusalOf(twin)).toEqual({ code: "CONFLICT", refusal: "ID_TAKEN" });
  const rows = Array.from({ length: limits.checklistItemsPerTask - 1 }, (_, n) => {
    return { ...on, id: randomUUID(), text: "x", rank: `b${String(n).padStart(4, "0")}1` };
  });
  await api.deps.db.checklistItem.createMany({ data: rows });
  const more = ada.api.checklistItem.create({ ...on, itemId: newItemId(), text: "More", mutationId: newMutationId() });
  expect(await refusalOf(more)).toEqual({ code: "CONFLICT", refusal: "LIMIT_REACHED" });
});

apiTest("ten people ticking and adding at once lose nothing", async ({ api }) => {
  const ada = await api.newPerson();
  const { on, itemIds, read } = await taskWithItems(ada, ["1", "2", "3", "4", "5"]);
  await Promise.all([
    ...itemIds.map((itemId) =>
      ada.api.checklistItem.update({ ...on, itemId, isDone: true, mutationId: newMutationId() }),
    ),
    ...["6", "7", "8", "9", "10"].map((text) =>
      ada.api.checklistItem.create({ ...on, itemId: newItemId(), text, mutationId: newMutationId() }),
    ),
  ]);
  expect(await read()).toMatchObject({ version: 16, total: 10, done: 5 });
  expect(api.defects).toEqual([]);
});

apiTest("ranks that have grown long are made short again, in the same order", async ({ api }) => {
  const ada = await api.newPerson();
  const { on, itemIds, read } = await taskWithItems(ada, ["Milk", "Bread", "Eggs"]);
  const longRank = `a0${"V".repeat(limits.rankBeforeRebalance)}`;
  await api.deps.db.checklistItem.update({ where: { id: itemIds[1]! }, data: { rank: longRank } });
  const { events } = await ada.api.checklistItem.move({
    ...on,
    itemId: itemIds[2]!,
    beforeId: itemIds[1]!,
    mutationId: newMutationId(),
  });
  expect((await read()).texts).toEqual(["Milk", "Eggs", "Bread"]);
  const { detail, card } = await ada.api.task.get(on);
  expect(Math.max(...detail.checklist.map((item) => item.rank.length))).toBeLessThan(5);
  expect(card.version).toBe(
    events.map(({ change }) => (change.type === "checklist-item.moved" ? change.payload.version : 0)).at(-1),
  );
});
