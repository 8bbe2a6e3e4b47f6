import { limits } from "@kanban/domain/limits";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, newTasks, refusalOf } from "../testing/api-test.ts";
import { furnishBoard } from "../testing/furnished-board.ts";

apiTest("a new board has the columns of Getting Things Done and a key of its name", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId } = await newBoard(ada, "My plans");
  const { board, columns, role, members, seq } = await ada.api.board.snapshot({ boardId });
  const ordered = columns.toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
  expect(ordered.map(({ kind, wipLimit }) => [kind, wipLimit])).toEqual([
    ["inbox", null],
    ["next", null],
    ["doing", 3],
    ["waiting", null],
    ["someday", null],
    ["done", null],
  ]);
  expect(board).toEqual({
    id: boardId,
    name: "My plans",
    key: "MP",
    wipPolicy: "block",
    sleepAfterDays: 14,
    isDemo: false,
    hints: { off: [], isOn: true, since: {}, folded: [] },
  });
  expect([role, seq, members]).toEqual(["owner", 1, [{ userId: ada.userId, name: "Ada", role: "owner" }]]);
});

apiTest("a new board takes its own columns, key and id", async ({ api }) => {
  const ada = await api.newPerson();
  const boardId = crypto.randomUUID().toUpperCase() as never;
  const columns = [
    { name: "To do", kind: "next" as const },
    { name: "Done", kind: "done" as const, wipLimit: 7 },
  ];
  const answer = await ada.api.board.create({ boardId, name: "Work", key: "W1", columns, mutationId: newMutationId() });
  expect(answer.boardId).toBe(String(boardId).toLowerCase());
  const snapshot = await ada.api.board.snapshot({ boardId: answer.boardId });
  expect(snapshot.board.key).toBe("W1");
  expect(snapshot.columns.map(({ name, wipLimit }) => [name, wipLimit])).toEqual([
    ["To do", null],
    ["Done", 7],
  ]);
  const again = ada.api.board.create({ boardId, name: "Other", mutationId: newMutationId() });
  expect(await refusalOf(again)).toEqual({ code: "CONFLICT", refusal: "ID_TAKEN" });
});

apiTest("a person has only so many boards", async ({ api }) => {
  const ada = await api.newPerson();
  const ids = Array.from({ length: limits.boardsPerUser }, () => crypto.randomUUID());
  await api.deps.db.board.createMany({ data: ids.map((id) => ({ id, name: "Home", key: "HOME" })) });
  await api.deps.db.boardMember.createMany({
    data: ids.map((boardId) => ({ boardId, userId: ada.userId, role: "owner" })),
  });
  const one = ada.api.board.create({ name: "One more", mutationId: newMutationId() });
  expect(await refusalOf(one)).toEqual({ code: "CONFLICT", refusal: "LIMIT_REACHED" });
});

apiTest("a board in the trash is there for its owner's list and for nothing else", async ({ api }) => {
  const ada = await api.newPerson();
  const eve = await api.newPerson("Eve");
  const { boardId, columns } = await newBoard(ada);
  await newTasks(ada, boardId, columns.next.id, 2);
  await api.deps.db.boardMember.create({ data: { boardId, userId: eve.userId, role: "editor" } });
  const base = () => ({ boardId, mutationId: newMutationId() });
  expect(await refusalOf(eve.api.board.remove(base()))).toEqual({ code: "FORBIDDEN", refusal: "OWNER_ONLY" });
  const before = await ada.api.board.snapshot({ boardId });

  const removal = base();
  const removed = await ada.api.board.remove(removal);
  expect(await ada.api.board.remove(removal)).toEqual(removed);
  expect((await ada.api.board.remove(base())).events).toEqual([]);
  expect((await ada.api.board.list()).map(({ openTasks, deletedAt }) => [openTasks, deletedAt])).toEqual([
    [2, expect.any(String)],
  ]);
  expect(await eve.api.board.list()).toEqual([]);
  const notFound = { code: "NOT_FOUND", refusal: "BOARD_NOT_FOUND" };
  expect(await refusalOf(ada.api.board.snapshot({ boardId }))).toEqual(notFound);
  expect(await refusalOf(ada.api.board.delta({ boardId, since: 0 }))).toEqual(notFound);
  expect(await refusalOf(ada.api.board.update({ ...base(), name: "Other" }))).toEqual(notFound);
  expect(await refusalOf(eve.api.board.restore(base()))).toEqual({ code: "FORBIDDEN", refusal: "OWNER_ONLY" });

  await ada.api.board.restore(base());
  expect(await ada.api.board.snapshot({ boardId })).toEqual({ ...before, seq: before.seq + 2 });
});

apiTest("a delta tells what happened since, or that a new snapshot is needed", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns, epoch } = await newBoard(ada);
  await newTasks(ada, boardId, columns.next.id, 3);
  const delta = (since: number, theirs?: string) =>
    ada.api.board.delta({ boardId, since, ...(theirs ? { epoch: theirs } : {}) });
  expect(await delta(4, epoch)).toEqual({ outcome: "events", epoch, seq: 4, events: [] });
  const missed = await delta(2);
  expect(missed.outcome === "events" && missed.events.map((event) => event.seq)).toEqual([3, 4]);
  expect(await delta(5)).toEqual({ outcome: "reset", epoch, seq: 4 });
  expect(await delta(2, crypto.randomUUID())).toEqual({ outcome: "reset", epoch, seq: 4 });
  await api.deps.db.board.update({ where: { id: boardId }, data: { seq: 2000 } });
  expect(await delta(4)).toEqual({ outcome: "reset", epoch, seq: 2000 });
  expect(await delta(1500)).toEqual({ outcome: "reset", epoch, seq: 2000 });
});

apiTest("an answer, a delta and the log tell an event in one shape", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const { events } = await ada.api.task.create({
    boardId,
    columnId: columns.next.id,
    title: "Call",
    mutationId: newMutationId(),
  });
  const delta = await ada.api.board.delta({ boardId, since: 1 });
  expect(delta).toMatchObject({ events });
});

apiTest("archived and trashed tasks come in pages, the latest first", async ({ api, clock }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const taskIds = await newTasks(ada, boardId, columns.next.id, 3);
  for (const [index, taskId] of taskIds.entries()) {
    clock.advance({ minutes: 1 });
    const base = { boardId, taskId, mutationId: newMutationId() };
    await (index === 1 ? ada.api.task.remove(base) : ada.api.task.archive(base));
  }
  const { tasks, nextCursor } = await ada.api.board.gone({ boardId });
  expect(tasks.map(({ card, archivedAt, deletedAt }) => [card.id, archivedAt !== null, deletedAt !== null])).toEqual([
    [taskIds[2], true, false],
    [taskIds[1], false, true],
    [taskIds[0], true, false],
  ]);
  expect(nextCursor).toBeNull();
  // A hundred and twenty that went in the same instant.
  const { id: _id, cover: _cover, ...row } = await api.deps.db.task.findUniqueOrThrow({ where: { id: taskIds[0]! } });
  const more = Array.from({ length: 120 }, (_, index) => ({ ...row, id: crypto.randomUUID(), number: 100 + index }));
  await api.deps.db.task.createMany({ data: more });
  const first = await ada.api.board.gone({ boardId });
  const second = await ada.api.board.gone({ boardId, cursor: first.nextCursor! });
  const seen = [...first.tasks, ...second.tasks].map(({ card }) => card.id);
  expect([first.tasks.length, second.tasks.length, new Set(seen).size, second.nextCursor]).toEqual([
    100,
    23,
    123,
    null,
  ]);
});

apiTest("a snapshot holds labels, counts and dates as the tasks' own events told them", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, taskId, tagId, contextId, projectId } = await furnishBoard(api, ada);
  const dueAt = "2026-12-01T10:00:00.120Z";
  const base = { boardId, taskId, mutationId: newMutationId() };
  await ada.api.task.update({
    ...base,
    tagIds: [tagId, tagId],
    contextIds: [contextId],
    projectId,
    assigneeIds: [ada.userId],
    dueAt,
    deferUntil: "2026-11-30",
    notes: "x",
  });
  const { card } = await ada.api.task.get({ boardId, taskId });
  const snapshot = await ada.api.board.snapshot({ boardId });
  expect(snapshot.tasks.find((task) => task.id === taskId)).toEqual(card);
  expect(card).toMatchObject({ tagIds: [tagId], contextIds: [contextId], projectId, assigneeIds: [ada.userId], dueAt });
  expect(card).toMatchObject({ deferUntil: "2026-11-30", hasNotes: true, checklistTotal: 1, checklistDone: 0 });
});
