import type { MutationId, TaskId } from "@kanban/domain/ids";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, newTaskId, newTasks, refusalOf } from "../testing/api-test.ts";
import { furnishBoard } from "../testing/furnished-board.ts";

apiTest(
  "a new task has a number, an id of its mutation when none is given, and stands where asked",
  async ({ api, clock }) => {
    const ada = await api.newPerson();
    const { boardId, columns } = await newBoard(ada);
    const [one] = await newTasks(ada, boardId, columns.next.id, 1);
    const mutationId = newMutationId();
    const create = {
      boardId,
      columnId: columns.next.id,
      title: "  Call the dentist  ",
      notes: "At 3",
      beforeId: one!,
      mutationId,
    };
    const { events } = await ada.api.task.create({ ...create, source: "mail" });
    const { card, detail } = await ada.api.task.get({ boardId, number: 2 });
    expect(card).toMatchObject({ id: mutationId, number: 2, title: "Call the dentist", source: "mail", version: 1 });
    expect(card).toMatchObject({ hasNotes: true, capturedAt: clock.instant(), startedAt: null, finishedAt: null });
    expect(detail).toEqual({ notes: "At 3", notesVersion: 0, checklist: [], hints: [], comments: [], attachments: [] });
    expect(events[0]?.change).toMatchObject({ type: "task.created", payload: { card, kind: "next", notes: "At 3" } });
    expect(card.rank < (await ada.api.task.get({ boardId, taskId: one! })).card.rank).toBe(true);
  },
);

apiTest("a task's id is taken once, whoever's it is", async ({ api }) => {
  const [ada, bob] = [await api.newPerson(), await api.newPerson("Bob")];
  const [hers, his] = [await newBoard(ada), await newBoard(bob)];
  const [taskId] = await newTasks(bob, his.boardId, his.columns.next.id, 1);
  const create = {
    boardId: hers.boardId,
    columnId: hers.columns.next.id,
    taskId: taskId!,
    title: "Mine",
    mutationId: newMutationId(),
  };
  expect(await refusalOf(ada.api.task.create(create))).toEqual({ code: "CONFLICT", refusal: "ID_TAKEN" });
  expect((await ada.api.board.snapshot({ boardId: hers.boardId })).tasks).toEqual([]);
  expect((await bob.api.task.get({ boardId: his.boardId, taskId: taskId! })).card.title).toBe("Task 1");
});

apiTest("a task started in doing is finished in done and unfinished when it leaves it", async ({ api, clock }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const [taskId] = (await newTasks(ada, boardId, columns.next.id, 1)) as [TaskId];
  const move = async (to: keyof typeof columns) => {
    clock.advance({ hours: 1 });
    await ada.api.task.move({ boardId, taskId, toColumnId: columns[to].id, mutationId: newMutationId() });
    const { startedAt, finishedAt, enteredColumnAt } = (await ada.api.task.get({ boardId, taskId })).card;
    return [startedAt, finishedAt, enteredColumnAt].map((at) => at?.slice(11, 13) ?? null);
  };
  expect(await move("doing")).toEqual(["10", null, "10"]);
  expect(await move("waiting")).toEqual(["10", null, "11"]);
  expect(await move("doing")).toEqual(["10", null, "12"]);
  expect(await move("done")).toEqual(["10", "13", "13"]);
  expect(await move("next")).toEqual(["10", null, "14"]);
});

apiTest("an update tells the changed fields alone, and versions the texts it changes", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, taskId, tagId } = await furnishBoard(api, ada);
  const base = () => ({ boardId, taskId, mutationId: newMutationId() });
  const begin = (await ada.api.task.get({ boardId, taskId })).card.version;
  const { events } = await ada.api.task.update({ ...base(), title: "Task 1", priority: "high", tagIds: [tagId] });
  expect(events[0]?.change.payload).toEqual({
    taskId,
    version: begin + 1,
    before: { priority: "normal", tagIds: [] },
    after: { priority: "high", tagIds: [tagId] },
  });
  await ada.api.task.update({ ...base(), notes: "One" });
  await ada.api.task.update({ ...base(), title: "Other" });
  const { textVersion, notesVersion, version } = await api.deps.db.task.findUniqueOrThrow({ where: { id: taskId } });
  expect([textVersion, notesVersion, version]).toEqual([begin + 3, begin + 2, begin + 3]);
});

apiTest("notes edited from an older text than the task has are refused with the newer text", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const [taskId] = (await newTasks(ada, boardId, columns.next.id, 1)) as [TaskId];
  const write = (notes: string, notesBaseVersion: number) =>
    ada.api.task.update({ boardId, taskId, notes, notesBaseVersion, mutationId: newMutationId() });
  await write("First", 0);
  await expect(write("Second", 0)).rejects.toMatchObject({
    code: "CONFLICT",
    cause: { code: "TEXT_CONFLICT", details: { notes: "First", notesVersion: 2 } },
  });
  expect((await write("First", 0)).events).toEqual([]);
  await write("Second", 2);
  expect((await ada.api.task.get({ boardId, taskId })).detail).toMatchObject({ notes: "Second", notesVersion: 3 });
});

apiTest("a task kept as reference is so in the archive alone, through undo and redo", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, taskId } = await furnishBoard(api, ada);
  const base = () => ({ boardId, taskId, mutationId: newMutationId() });
  const undo = (id: MutationId) => ada.api.board.undo({ boardId, mutationId: newMutationId(), undoes: [id] });
  const referenceAt = async () => (await ada.api.task.get({ boardId, taskId })).referenceAt;
  const kept = base();
  const { events } = await ada.api.task.archive({ ...kept, asReference: true });
  expect(events[0]?.change.payload).toMatchObject({ asReference: true });
  const { tasks } = await ada.api.board.gone({ boardId });
  expect(await referenceAt()).toEqual(tasks.find(({ card }) => card.id === taskId)?.referenceAt);
  expect(await referenceAt()).toEqual(expect.any(String));
  const undoing = newMutationId();
  await ada.api.board.undo({ boardId, mutationId: undoing, undoes: [kept.mutationId] });
  expect(await referenceAt()).toBeNull();
  await undo(undoing);
  expect(await referenceAt()).toEqual(expect.any(String));
  const { events: restored } = await ada.api.task.restore(base());
  expect(restored[0]?.change.payload).toMatchObject({ from: "archive", wasReference: true });
  await ada.api.task.archive(base());
  expect(await referenceAt()).toBeNull();
});

apiTest("a task goes to the archive, the trash and back, and is not changed meanwhile", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns, taskId } = await furnishBoard(api, ada);
  const base = () => ({ boardId, taskId, mutationId: newMutationId() });
  const { card } = await ada.api.task.get({ boardId, taskId });
  const archived = await ada.api.task.archive(base());
  expect(archived.events[0]?.change).toMatchObject({
    type: "task.archived",
    payload: { card, version: card.version + 1 },
  });
  expect((await ada.api.task.archive(base())).events).toEqual([]);
  const notFound = { code: "NOT_FOUND", refusal: "TASK_NOT_FOUND" };
  expect(await refusalOf(ada.api.task.update({ ...base(), title: "Other" }))).toEqual(notFound);
  expect(await refusalOf(ada.api.task.move({ ...base(), toColumnId: columns.next.id }))).toEqual(notFound);
  await ada.api.task.remove(base());
  expect((await ada.api.task.remove(base())).events).toEqual([]);
  expect(await refusalOf(ada.api.task.archive(base()))).toEqual(notFound);
  expect(await ada.api.task.get({ boardId, taskId })).toMatchObject({
    archivedAt: expect.any(String),
    deletedAt: expect.any(String),
  });
  const restored = await ada.api.task.restore(base());
  expect(restored.events[0]?.change.payload).toMatchObject({
    from: "trash",
    kind: "inbox",
    card: { title: card.title },
  });
  const snapshot = await ada.api.board.snapshot({ boardId });
  const last = snapshot.tasks
    .toSorted((a, b) => (a.rank < b.rank ? 1 : -1))
    .find((task) => task.columnId === columns.inbox.id);
  expect(last).toEqual({ ...card, rank: last?.rank, version: card.version + 3 });
});

apiTest("a task's history names who did what, the latest first", async ({ api }) => {
  const [ada, eve] = [await api.newPerson(), await api.newPerson("Eve")];
  const { boardId, columns, taskId } = await furnishBoard(api, ada);
  await api.deps.db.boardMember.create({ data: { boardId, userId: eve.userId, role: "editor" } });
  const base = () => ({ boardId, taskId, mutationId: newMutationId() });
  await eve.api.task.move({ ...base(), toColumnId: columns.doing.id });
  await ada.api.task.update({ ...base(), notes: "x".repeat(50_000), priority: "high" });
  const history = await ada.api.task.activity({ boardId, taskId });
  expect(history.map(({ type, actor, fields }) => [type, actor.name, fields])).toEqual([
    ["task.updated", "Ada", ["notes", "priority"]],
    ["task.moved", "Eve", []],
    ["checklist-item.created", "Ada", []],
    ["task.created", "Ada", []],
  ]);
  expect(history[1]).toMatchObject({ fromColumnId: columns.inbox.id, toColumnId: columns.doing.id });
});

apiTest("an event taken over from the predecessor also tells what it was there", async ({ api, apiDatabase }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const [taskId] = (await newTasks(ada, boardId, columns.next.id, 1)) as [TaskId];
  await apiDatabase.pool.query(
    `INSERT INTO event_log (id, board_id, board_seq, aggregate_type, aggregate_id, type, version, payload, actor,
       mutation_id, correlation_id, depth, occurred_at)
     SELECT gen_random_uuid(), board_id, board_seq + 1, aggregate_type, aggregate_id, 'task.updated', 1,
       jsonb_build_object('taskId', aggregate_id, 'version', 1, 'before', '{}'::jsonb, 'after', '{}'::jsonb,
         'imported', '{"type": "STALE"}'::jsonb),
       actor || '{"means": "import"}', gen_random_uuid(), gen_random_uuid(), 0, occurred_at
     FROM event_log WHERE type = 'task.created'`,
  );
  expect(await ada.api.task.activity({ boardId, taskId })).toMatchObject([
    { type: "task.updated", fields: [], importedAs: "STALE", actor: { means: "import" } },
    { type: "task.created", importedAs: null, actor: { means: "hand" } },
  ]);
});

apiTest("a task that is not there is not found by id or number", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId } = await newBoard(ada);
  const notFound = { code: "NOT_FOUND", refusal: "TASK_NOT_FOUND" };
  expect(await refusalOf(ada.api.task.get({ boardId, number: 1 }))).toEqual(notFound);
  expect(await refusalOf(ada.api.task.get({ boardId, taskId: newTaskId() }))).toEqual(notFound);
});
