import { randomUUID } from "node:crypto";
import { foldRule } from "@kanban/domain/hint/fold-hints";
import type { HintId, TaskId } from "@kanban/domain/ids";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, type Person } from "../testing/api-test.ts";
import { recordHints } from "./record-hints.ts";

const titleHint = () => ({
  hintId: randomUUID() as HintId,
  value: { kind: "title" as const, title: `Better ${randomUUID()}` },
  evidence: { from: "tasks" as const, taskIds: [], words: ["better"] },
  confidence: 0.5,
});

async function boardWithTask(person: Person) {
  const { boardId, columns } = await newBoard(person);
  const taskId = randomUUID() as TaskId;
  const asked = { boardId, columnId: columns.inbox.id, taskId, title: "A task", mutationId: newMutationId() };
  const { events } = await person.api.task.create(asked);
  const propose = async () => {
    const hint = titleHint();
    const report = { taskId, taskVersion: 100, textEventId: events[0]!.id, agent: hint.hintId, hints: [hint] };
    await recordHints(person.ctx, { ...report, boardId, mutationId: newMutationId() });
    return hint.hintId;
  };
  const answer = async (act: "apply" | "dismiss") => {
    const input = { boardId, taskId, hintId: await propose(), mutationId: newMutationId() };
    if (act === "apply") await person.api.hint.apply.call(null, input);
    else await person.api.hint.dismiss(input);
  };
  const switches = async () => (await person.api.board.snapshot({ boardId })).board.hints;
  const count = async () => (await person.api.task.get({ boardId, taskId })).card.hintCount;
  return { boardId, taskId, propose, answer, switches, count };
}

apiTest("a kind switched off is withdrawn, no longer recorded, and comes back with the switch", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, propose, switches, count } = await boardWithTask(ada);
  await propose();
  expect(await count()).toBe(1);
  const off = { isOn: true, off: ["title" as const] };
  const { events } = await ada.api.board.update({ boardId, hints: off, mutationId: newMutationId() });
  expect(events.map(({ change }) => change.type)).toEqual(["hint.decided", "board.updated"]);
  await propose();
  expect(await count()).toBe(0);
  const again = await ada.api.board.update({ boardId, hints: off, mutationId: newMutationId() });
  expect(again.events).toEqual([]);
  await ada.api.board.update({ boardId, hints: { isOn: false, off: [] }, mutationId: newMutationId() });
  await propose();
  expect(await count()).toBe(0);
  await ada.api.board.update({ boardId, hints: { isOn: true, off: [] }, mutationId: newMutationId() });
  await propose();
  expect([await count(), (await switches()).since.title]).toEqual([1, expect.any(String)]);
  expect(api.defects).toEqual([]);
});

apiTest(
  "a kind hardly taken folds itself away with the twentieth answer, and is judged anew after",
  async ({ api }) => {
    const ada = await api.newPerson();
    const { boardId, propose, answer, switches, count } = await boardWithTask(ada);
    for (let n = 0; n < 5; n++) await answer("apply");
    for (let n = 5; n < foldRule.answers - 1; n++) await answer("dismiss");
    expect((await switches()).folded).toEqual([]);
    await propose();
    await answer("dismiss");
    expect(await switches()).toMatchObject({ off: ["title"], folded: ["title"] });
    expect(await count()).toBe(0);
    await ada.api.board.update({ boardId, hints: { isOn: true, off: [] }, mutationId: newMutationId() });
    await answer("dismiss");
    expect((await switches()).off).toEqual([]);
    expect(api.defects).toEqual([]);
  },
);

apiTest("six of twenty taken are enough to stay", async ({ api }) => {
  const ada = await api.newPerson();
  const { answer, switches } = await boardWithTask(ada);
  for (let n = 0; n < 6; n++) await answer("apply");
  for (let n = 6; n < foldRule.answers; n++) await answer("dismiss");
  expect((await switches()).off).toEqual([]);
});
