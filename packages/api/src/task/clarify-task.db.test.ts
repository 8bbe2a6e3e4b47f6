import { randomUUID } from "node:crypto";
import type { ClarifyOutcome } from "@kanban/domain/clarify/clarify-outcome";
import type { ProjectId, TaskId } from "@kanban/domain/ids";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, newTasks, refusalOf } from "../testing/api-test.ts";
import { furnishBoard, mutate } from "../testing/furnished-board.ts";

const since = "2026-11-20T10:00:00.000Z";
const projectId = randomUUID() as ProjectId;

const outcomes: [ClarifyOutcome, string | null, object][] = [
  [{ kind: "do-now", left: "done" }, "done", { finishedAt: expect.any(String), startedAt: null }],
  [{ kind: "do-now", left: "doing" }, "doing", { startedAt: expect.any(String), finishedAt: null }],
  [{ kind: "next-action" }, "next", {}],
  [
    { kind: "waiting", who: "Kim", since, followUpOn: "2026-12-04" },
    "waiting",
    { waitingFor: { who: "Kim", since, followUpOn: "2026-12-04" } },
  ],
  [{ kind: "someday" }, "someday", {}],
  [{ kind: "snooze", until: "2026-12-24" }, "inbox", { deferUntil: "2026-12-24" }],
  [
    { kind: "project", projectId, create: { name: "Move", color: "teal", desiredOutcome: "In" } },
    "next",
    { projectId },
  ],
  [{ kind: "reference" }, null, { referenceAt: expect.any(String), archivedAt: expect.any(String) }],
  [{ kind: "trash" }, null, { deletedAt: expect.any(String), archivedAt: null }],
];

apiTest("each outcome puts its item where it belongs, as one mutation that one undo takes back", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  for (const [outcome, kind, expected] of outcomes) {
    const [taskId] = (await newTasks(ada, boardId, columns.inbox.id, 1)) as [TaskId];
    const get = () => ada.api.task.get({ boardId, taskId });
    const before = await get();
    const mutationId = newMutationId();
    const asked = { boardId, taskId, mutationId, outcome, fields: { title: "Sharper", estimateMinutes: 5 } };
    const answer = await ada.api.task.clarify(asked);
    expect(await ada.api.task.clarify(asked)).toEqual(answer);
    expect(new Set(answer.events.map((event) => event.mutationId))).toEqual(new Set([mutationId]));
    const { card, ...place } = await get();
    expect({ ...card, ...place }).toMatchObject({ title: "Sharper", estimateMinutes: 5, ...expected });
    if (kind) expect(card.columnId).toBe(columns[kind as keyof typeof columns].id);
    await ada.api.board.undo({ boardId, mutationId: newMutationId(), undoes: [mutationId] });
    const { version: _version, ...was } = before.card;
    expect(await get()).toMatchObject({ card: was, archivedAt: null, deletedAt: null, referenceAt: null });
    await mutate(ada.api, "task.remove", { boardId, taskId });
  }
  expect((await ada.api.board.snapshot({ boardId })).projects).toEqual([]);
  const open = await api.deps.db.column.findMany({ where: { boardId }, select: { openTasks: true } });
  expect(open.every(({ openTasks }) => openTasks === 0)).toBe(true);
  expect(api.defects).toEqual([]);
});

apiTest("a decision takes hints and labels with it, and leaves what others have decided meanwhile", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, taskId, hintId, contextId } = await furnishBoard(api, ada);
  const on = { boardId, taskId, outcome: { kind: "next-action" } as const };
  const unknown = ada.api.task.clarify({
    ...on,
    mutationId: newMutationId(),
    hints: { applied: [randomUUID() as never] },
  });
  expect(await refusalOf(unknown)).toEqual({ code: "NOT_FOUND", refusal: "HINT_NOT_FOUND" });
  const mutationId = newMutationId();
  const fields = { dueAt: "2026-12-01", contextIds: [contextId] };
  await ada.api.task.clarify({ ...on, mutationId, fields, hints: { applied: [hintId] } });
  const state = async () => (await ada.api.task.get({ boardId, taskId })).detail.hints[0]?.state;
  expect(await state()).toBe("applied");
  expect((await ada.api.task.get({ boardId, taskId })).card).toMatchObject({ ...fields, hintCount: 0 });
  await ada.api.board.undo({ boardId, mutationId: newMutationId(), undoes: [mutationId] });
  expect(await state()).toBe("proposed");
  await mutate(ada.api, "hint.dismiss", { boardId, taskId, hintId });
  await ada.api.task.clarify({ ...on, mutationId: newMutationId(), fields, hints: { applied: [hintId] } });
  expect(await state()).toBe("dismissed");
});

apiTest("a full column, a missing kind and a taken name refuse the whole decision", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  await mutate(ada.api, "board.update", { boardId, wipPolicy: "ask" });
  await mutate(ada.api, "column.update", { boardId, columnId: columns.next.id, wipLimit: 1 });
  await mutate(ada.api, "column.remove", { boardId, columnId: columns.someday.id });
  await mutate(ada.api, "project.create", { boardId, projectId, name: "Move" });
  await newTasks(ada, boardId, columns.next.id, 1);
  const [taskId] = (await newTasks(ada, boardId, columns.inbox.id, 1)) as [TaskId];
  const before = await ada.api.board.snapshot({ boardId });
  const clarify = (outcome: ClarifyOutcome, overrideWip?: { reason: string }) =>
    ada.api.task.clarify({
      ...{ boardId, taskId, mutationId: newMutationId(), outcome, fields: { title: "Other" } },
      ...(overrideWip ? { overrideWip } : {}),
    });
  expect(await refusalOf(clarify({ kind: "next-action" }))).toMatchObject({ refusal: "WIP_REASON_REQUIRED" });
  expect(await refusalOf(clarify({ kind: "someday" }))).toMatchObject({ refusal: "COLUMN_KIND_MISSING" });
  const twin = { name: "move", color: "red", desiredOutcome: "" } as const;
  const taken = clarify({ kind: "project", projectId: randomUUID() as ProjectId, create: twin });
  expect(await refusalOf(taken)).toMatchObject({ refusal: "NAME_TAKEN" });
  expect(await ada.api.board.snapshot({ boardId })).toEqual(before);
  const { events } = await clarify({ kind: "next-action" }, { reason: "Today" });
  expect(events.at(-1)?.change.payload).toMatchObject({ overrodeWip: { wipLimit: 1, reason: "Today" } });
});

apiTest("of many who decide about one item at once one has decided, and counts stay true", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const taskIds = await newTasks(ada, boardId, columns.inbox.id, 4);
  const kinds = ["next-action", "someday", "trash", "reference"] as const;
  const decided = await Promise.all(
    taskIds.map((taskId) =>
      Promise.allSettled(
        kinds.map((kind) => ada.api.task.clarify({ boardId, taskId, mutationId: newMutationId(), outcome: { kind } })),
      ),
    ),
  );
  for (const answers of decided) {
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  }
  // Later, too: what is a next action by now is not trashed by somebody who had it in hand before.
  const [taskId] = await newTasks(ada, boardId, columns.inbox.id, 1);
  const decide = (kind: (typeof kinds)[number]) =>
    ada.api.task.clarify({ boardId, taskId: taskId!, mutationId: newMutationId(), outcome: { kind } });
  await decide("next-action");
  expect(await refusalOf(decide("trash"))).toMatchObject({ code: "CONFLICT", refusal: "NOT_IN_INBOX" });
  expect((await ada.api.task.get({ boardId, taskId: taskId! })).deletedAt).toBeNull();
  const { tasks } = await ada.api.board.snapshot({ boardId });
  const counts = await api.deps.db.column.findMany({ where: { boardId }, select: { id: true, openTasks: true } });
  for (const { id, openTasks } of counts) {
    expect(openTasks).toBe(tasks.filter(({ columnId }) => columnId === id).length);
  }
  expect(api.defects).toEqual([]);
});
