import { randomUUID } from "node:crypto";
import type { BoardId, ChecklistItemId, HintId, MutationId, TagId, TaskId } from "@kanban/domain/ids";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, type Person, refusalOf } from "../testing/api-test.ts";
import { recordHints } from "./record-hints.ts";

const title = "Call the dentist tomorrow or on Friday";
const tomorrow = { text: "tomorrow", dueAt: "2026-03-03" };
const friday = { text: "Friday", dueAt: "2026-03-06" };

type Words = typeof tomorrow;

function proposalOf({ text, dueAt }: Words) {
  const start = title.indexOf(text);
  const evidence = { field: "title" as const, text, start, end: start + text.length };
  return { hintId: randomUUID() as HintId, value: { kind: "due-date" as const, dueAt }, evidence, confidence: 0.9 };
}

async function hintedTask(person: Person, words: Words[]) {
  const { boardId, columns } = await newBoard(person);
  const taskId = randomUUID() as TaskId;
  const asked = { boardId, columnId: columns.inbox.id, taskId, title, mutationId: newMutationId() };
  const { events } = await person.api.task.create(asked);
  const proposals = words.map(proposalOf);
  const report = { taskId, taskVersion: 1, textEventId: events[0]!.id, agent: "dates", hints: proposals };
  await recordHints(person.ctx, { ...report, boardId, mutationId: newMutationId() });
  return { on: { boardId, taskId }, hintIds: proposals.map(({ hintId }) => hintId), report };
}

const statesOf = async (person: Person, on: { boardId: BoardId; taskId: TaskId }) =>
  Object.fromEntries((await person.api.hint.list(on)).map(({ id, state }) => [id, state]));

const apply = (person: Person, input: { boardId: BoardId; taskId: TaskId; hintId: HintId; mutationId: MutationId }) =>
  person.api.hint.apply.call(null, input);

apiTest("applying a hint changes the task, decides the hint and ends its rivals in one mutation", async ({ api }) => {
  const ada = await api.newPerson();
  const { on, hintIds } = await hintedTask(ada, [tomorrow, friday]);
  const [first, second] = hintIds;
  const { events } = await apply(ada, { ...on, hintId: second!, mutationId: newMutationId() });
  expect(events.map(({ actor, change }) => [actor.means, change])).toMatchObject([
    [
      "hint",
      { type: "task.updated", payload: { version: 2, before: { dueAt: null }, after: { dueAt: friday.dueAt } } },
    ],
    ["hint", { type: "hint.decided", payload: { hintId: second, state: "applied" } }],
    ["hint", { type: "hint.decided", payload: { hintId: first, state: "superseded" } }],
  ]);
  expect(await statesOf(ada, on)).toEqual({ [first!]: "superseded", [second!]: "applied" });
  const { card } = await ada.api.task.get(on);
  expect([card.dueAt, card.version, card.hintCount]).toEqual([friday.dueAt, 2, 0]);
  const decided = await api.deps.db.hint.findUniqueOrThrow({ where: { id: second! } });
  expect(decided.decidedBy).toBe(ada.userId);
  expect(api.defects).toEqual([]);
});

apiTest("a decided hint is not decided again, whichever way", async ({ api }) => {
  const ada = await api.newPerson();
  const { on, hintIds } = await hintedTask(ada, [tomorrow]);
  const hintId = hintIds[0]!;
  await ada.api.hint.dismiss({ ...on, hintId, mutationId: newMutationId() });
  expect(await statesOf(ada, on)).toEqual({ [hintId]: "dismissed" });
  const refusal = { code: "CONFLICT", refusal: "HINT_ALREADY_DECIDED" };
  expect(await refusalOf(apply(ada, { ...on, hintId, mutationId: newMutationId() }))).toEqual(refusal);
  expect(await refusalOf(ada.api.hint.dismiss({ ...on, hintId, mutationId: newMutationId() }))).toEqual(refusal);
  expect((await ada.api.task.get(on)).card).toMatchObject({ dueAt: null, hintCount: 0, version: 1 });
});

apiTest("of ten who apply a hint at once one succeeds", async ({ api }) => {
  const ada = await api.newPerson();
  const { on, hintIds } = await hintedTask(ada, [tomorrow]);
  const tries = Array.from({ length: 10 }, () =>
    apply(ada, { ...on, hintId: hintIds[0]!, mutationId: newMutationId() }),
  );
  const settled = await Promise.allSettled(tries);
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await ada.api.task.get(on)).card).toMatchObject({ version: 2, hintCount: 0 });
  expect(api.defects).toEqual([]);
});

apiTest("a hint whose words are gone is refused as outdated and changes nothing", async ({ api }) => {
  const ada = await api.newPerson();
  const { on, hintIds } = await hintedTask(ada, [tomorrow]);
  await ada.api.task.update({ ...on, title: "Call the dentist", mutationId: newMutationId() });
  const late = apply(ada, { ...on, hintId: hintIds[0]!, mutationId: newMutationId() });
  expect(await refusalOf(late)).toEqual({ code: "CONFLICT", refusal: "HINT_OUTDATED" });
  expect((await ada.api.task.get(on)).card).toMatchObject({ dueAt: null, hintCount: 1 });
});

apiTest("a report about older text changes nothing, a newer one replaces what stands", async ({ api }) => {
  const ada = await api.newPerson();
  const { on, hintIds, report } = await hintedTask(ada, [tomorrow]);
  await ada.api.task.update({ ...on, title: "Call the dentist on Friday", mutationId: newMutationId() });
  const late = await recordHints(ada.ctx, {
    ...report,
    hints: [proposalOf(friday)],
    boardId: on.boardId,
    mutationId: newMutationId(),
  });
  expect(late.events).toEqual([]);
  const fresh = proposalOf(friday);
  await recordHints(ada.ctx, {
    ...report,
    taskVersion: 2,
    hints: [fresh],
    boardId: on.boardId,
    mutationId: newMutationId(),
  });
  expect(await statesOf(ada, on)).toEqual({ [hintIds[0]!]: "superseded", [fresh.hintId]: "proposed" });
  expect((await ada.api.task.get(on)).card.hintCount).toBe(1);
});

apiTest("a report about text that was undone by a restore changes nothing, however new", async ({ api }) => {
  const ada = await api.newPerson();
  const { on, hintIds, report } = await hintedTask(ada, [tomorrow]);
  for (const hints of [[], [proposalOf(friday)]]) {
    const undone = { ...report, taskVersion: 7, textEventId: randomUUID(), hints };
    const { events } = await recordHints(ada.ctx, { ...undone, boardId: on.boardId, mutationId: newMutationId() });
    expect(events).toEqual([]);
  }
  // The text of another board is as good as none.
  const elsewhere = await ada.api.board.create({ name: "Work", mutationId: newMutationId() });
  const foreign = { ...report, textEventId: elsewhere.events[0]!.id, hints: [] };
  await recordHints(ada.ctx, { ...foreign, boardId: on.boardId, mutationId: newMutationId() });
  expect(await statesOf(ada, on)).toEqual({ [hintIds[0]!]: "proposed" });
  // A text that no event brought, of an imported task, goes under the task's own id.
  const ofImport = { ...report, textEventId: on.taskId, hints: [] };
  await recordHints(ada.ctx, { ...ofImport, boardId: on.boardId, mutationId: newMutationId() });
  expect(await statesOf(ada, on)).toEqual({ [hintIds[0]!]: "superseded" });
});

apiTest("a report delivered twice has one effect, also when both come at once", async ({ api }) => {
  const ada = await api.newPerson();
  const { on, report } = await hintedTask(ada, []);
  const input = { ...report, hints: [proposalOf(tomorrow)], boardId: on.boardId, mutationId: newMutationId() };
  const [first, second] = await Promise.all([recordHints(ada.ctx, input), recordHints(ada.ctx, input)]);
  expect(second).toEqual(first);
  expect(await recordHints(ada.ctx, input)).toEqual(first);
  expect(await ada.api.hint.list(on)).toHaveLength(1);
  expect((await ada.api.task.get(on)).card.hintCount).toBe(1);
});

apiTest("a hint's list becomes checklist items, its tag must still be one of the board's", async ({ api }) => {
  const ada = await api.newPerson();
  const { on, report } = await hintedTask(ada, []);
  const { boardId } = on;
  const tagId = randomUUID() as TagId;
  await ada.api.tag.create({ boardId, tagId, name: "health", color: "green", mutationId: newMutationId() });
  const evidence = { from: "tasks" as const, taskIds: [on.taskId], words: ["dentist"] };
  const [list, label] = [randomUUID() as HintId, randomUUID() as HintId];
  const hints = [
    {
      hintId: list,
      value: { kind: "checklist" as const, items: ["Find the number", "Call"] },
      evidence,
      confidence: 0.6,
    },
    { hintId: label, value: { kind: "tag" as const, tagId }, evidence, confidence: 0.6 },
  ];
  await recordHints(ada.ctx, { ...report, hints, boardId, mutationId: newMutationId() });
  const itemIds = [randomUUID(), randomUUID()] as ChecklistItemId[];
  await ada.api.hint.apply.call(null, { ...on, hintId: list, itemIds, mutationId: newMutationId() });
  const opened = await ada.api.task.get(on);
  expect(opened.detail.checklist.map(({ id, text }) => [id, text])).toEqual([
    [itemIds[0], "Find the number"],
    [itemIds[1], "Call"],
  ]);
  expect(opened.card).toMatchObject({ checklistTotal: 2, version: 3, hintCount: 1 });
  await ada.api.tag.remove({ boardId, tagId, mutationId: newMutationId() });
  const gone = apply(ada, { ...on, hintId: label, mutationId: newMutationId() });
  expect(await refusalOf(gone)).toEqual({ code: "NOT_FOUND", refusal: "TAG_NOT_FOUND" });
  expect(api.defects).toEqual([]);
});

apiTest("another task's hint is not found on this one", async ({ api }) => {
  const ada = await api.newPerson();
  const here = await hintedTask(ada, [tomorrow]);
  const there = await hintedTask(ada, [friday]);
  const crossed = ada.api.hint.dismiss({ ...here.on, hintId: there.hintIds[0]!, mutationId: newMutationId() });
  expect(await refusalOf(crossed)).toEqual({ code: "NOT_FOUND", refusal: "HINT_NOT_FOUND" });
  expect(await statesOf(ada, there.on)).toEqual({ [there.hintIds[0]!]: "proposed" });
});
