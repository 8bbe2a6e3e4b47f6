import type { MutationName } from "@kanban/domain/mutations";
import { expect } from "vitest";
import { apiTest, newMutationId, type Person, refusalOf } from "./testing/api-test.ts";
import { acceptableInputs, call, furnishBoard, mutate } from "./testing/furnished-board.ts";

/** What no field of any input takes. */
const badValues = ["a\0b", "\ud800", "x".repeat(100_001), Number.NaN, [], { toString: "x" }, "\u0000", -1.5, true];

async function expectRefused({ api }: Person, name: string, input: unknown) {
  const { code } = await refusalOf(call(api, name, input));
  expect({ name, input: JSON.stringify(input).slice(0, 200), code }).toMatchObject({ code: "BAD_REQUEST" });
}

apiTest("every mutation refuses bad values in every field and writes nothing", async ({ api }) => {
  const ada = await api.newPerson();
  const own = await furnishBoard(api, ada);
  const before = JSON.stringify(await ada.api.board.snapshot({ boardId: own.boardId }));
  for (const [name, acceptable] of Object.entries(acceptableInputs(own)) as [MutationName, Record<string, unknown>][]) {
    const input: Record<string, unknown> = { ...acceptable, mutationId: newMutationId() };
    for (const field of Object.keys(input)) {
      for (const bad of badValues) {
        // These two are what the field may be.
        if (typeof bad === "boolean" && typeof input[field] === "boolean") continue;
        if (Array.isArray(bad) && Array.isArray(input[field])) continue;
        await expectRefused(ada, name, { ...input, [field]: bad });
      }
    }
    await expectRefused(ada, name, { ...input, extra: 1 });
    await expectRefused(ada, name, JSON.parse(`{"__proto__":{"isAdmin":true},${JSON.stringify(input).slice(1)}`));
    await expectRefused(ada, name, { ...input, constructor: 1 });
    for (const whole of [null, [], "text", 7]) await expectRefused(ada, name, whole);
  }
  expect(JSON.stringify(await ada.api.board.snapshot({ boardId: own.boardId }))).toBe(before);
  expect(api.defects).toEqual([]);
});

/** What a task cannot be updated to. */
const badFields = [
  ["a title over its limit", { title: "x".repeat(501) }],
  ["a title of spaces", { title: "   " }],
  ["a title of two lines", { title: "one\ntwo" }],
  ["a day that does not exist", { dueAt: "2026-02-30" }],
  ["a day in no calendar", { dueAt: "0000-01-01" }],
  ["an instant out of range", { dueAt: "9999-01-01T00:00:00Z" }],
  ["a wait since year nought", { waitingFor: { who: "Bob", since: "0000-01-01T00:00:00Z", followUpOn: null } }],
  ["a priority there is not", { priority: "urgent" }],
  ["an estimate beyond PostgreSQL's integers", { estimateMinutes: 2 ** 40 }],
  ["an estimate that is not whole", { estimateMinutes: 1.5 }],
  ["more labels than a task may have", { tagIds: Array.from({ length: 21 }, () => crypto.randomUUID()) }],
  ["a key hidden inside", { waitingFor: { who: "Bob", since: "2026-11-20T10:00:00Z", followUpOn: null, extra: 1 } }],
] as const;

apiTest("a task is not updated beyond what its fields can hold", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, taskId } = await furnishBoard(api, ada);
  const before = await ada.api.task.get({ boardId, taskId });
  for (const [what, fields] of badFields) {
    const { code } = await refusalOf(mutate(ada.api, "task.update", { boardId, taskId, ...fields }));
    expect({ what, code }).toEqual({ what, code: "BAD_REQUEST" });
  }
  expect(await ada.api.task.get({ boardId, taskId })).toEqual(before);
});

apiTest("a task takes the longest text and the oddest characters there are", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, taskId } = await furnishBoard(api, ada);
  const title = `${"x".repeat(480)} 👩‍👩‍👧 ' " \\ $1 %s`;
  const notes = `'; DROP TABLE task; -- \u202e\u{10ffff}\n\t${"ß".repeat(90_000)}`;
  await mutate(ada.api, "task.update", { boardId, taskId, title, notes });
  const { card, detail } = await ada.api.task.get({ boardId, taskId });
  expect([card.title, detail.notes]).toEqual([title, notes]);
});

apiTest("a board is not created from a bad input", async ({ api }) => {
  const ada = await api.newPerson();
  const base = { name: "Home", mutationId: newMutationId() };
  const column = { name: "Next", kind: "next" };
  const bad = [
    { ...base, name: "" },
    { ...base, name: "x".repeat(81) },
    { ...base, key: "home" },
    { ...base, columns: [] },
    { ...base, columns: Array.from({ length: 51 }, () => column) },
    { ...base, columns: [{ ...column, kind: "later" }] },
    { ...base, columns: [{ ...column, wipLimit: 0 }] },
    { ...base, columns: [{ ...column, wipLimit: 1000 }] },
    { ...base, isDemo: true },
    { ...base, boardId: "home" },
  ];
  for (const input of bad) await expectRefused(ada, "board.create", input);
  expect(await ada.api.board.list()).toEqual([]);
});

apiTest("a reading refuses a bad input", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, taskId } = await furnishBoard(api, ada);
  await expectRefused(ada, "board.delta", { boardId, since: -1 });
  await expectRefused(ada, "board.delta", { boardId, since: 2 ** 60 });
  await expectRefused(ada, "board.delta", { boardId, since: 0, epoch: "now" });
  await expectRefused(ada, "board.gone", { boardId, cursor: { goneAt: "then", taskId } });
  await expectRefused(ada, "reference.list", { query: "x".repeat(201) });
  await expectRefused(ada, "reference.list", { cursor: { referenceAt: "then", taskId } });
  await expectRefused(ada, "search.tasks", { query: "x".repeat(201) });
  await expectRefused(ada, "search.tasks", { query: "x", cursor: { offset: -1, isFuzzy: false } });
  await expectRefused(ada, "search.tasks", { query: "x", cursor: { offset: 501, isFuzzy: false } });
  await expectRefused(ada, "task.get", { boardId });
  await expectRefused(ada, "task.get", { boardId, taskId, number: 1 });
  await expectRefused(ada, "task.get", { boardId, number: 2 ** 31 });
  expect(api.defects).toEqual([]);
});
