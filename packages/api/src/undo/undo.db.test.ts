import { randomUUID } from "node:crypto";
import type { BoardSnapshot } from "@kanban/domain/board-view";
import type { MutationId, TaskId } from "@kanban/domain/ids";
import { type MutationName, mutationInputs } from "@kanban/domain/mutations";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, newTasks, orderIn, type Person, refusalOf } from "../testing/api-test.ts";
import { acceptableInputs, call, furnishBoard, mutate } from "../testing/furnished-board.ts";

/** What a person sees of a board: not its clocks and versions, and ranks only as an order. */
async function seen({ api }: Person, boardId: BoardSnapshot["board"]["id"], taskIds: readonly TaskId[]) {
  const { seq: _seq, tasks, columns, ...snapshot } = await api.board.snapshot({ boardId });
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const details = await Promise.all(taskIds.map((taskId) => api.task.get({ boardId, taskId })));
  return {
    ...snapshot,
    tags: snapshot.tags.toSorted(byId),
    columns: columns.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ rank: _rank, ...column }) => column),
    orders: columns
      .map(({ id }) => orderIn({ ...snapshot, seq: 0, tasks, columns }, id))
      .toSorted((a, b) => (String(a) < String(b) ? -1 : 1)),
    tasks: tasks.map(({ version: _version, rank: _rank, ...task }) => task).toSorted(byId),
    details: details.map(({ detail: { notesVersion: _notesVersion, ...detail } }) => detail),
  };
}

const undoable = (Object.keys(mutationInputs) as MutationName[]).filter((name) => name !== "board.undo");

for (const name of undoable)
  apiTest(`${name} is undone, and redone, as if it had never happened and as if it had`, async ({ api }) => {
    const ada = await api.newPerson();
    const board = await furnishBoard(api, ada);
    const { boardId, taskId, otherTaskId } = board;
    const look = () => seen(ada, boardId, [taskId, otherTaskId]);
    await mutate(ada.api, "checklistItem.create", { boardId, taskId, itemId: randomUUID(), text: "Last step" });
    // Labels in use, so that what removes them has something to give back.
    const { tagId, contextId, projectId } = board;
    await mutate(ada.api, "task.update", {
      boardId,
      taskId: otherTaskId,
      tagIds: [tagId],
      contextIds: [contextId],
      projectId,
    });
    const before = await look();
    const mutationId = newMutationId();
    await call(ada.api, name, { ...acceptableInputs(board)[name], mutationId });
    const after = await look();
    expect(after).not.toEqual(before);

    const undoId = newMutationId();
    await ada.api.board.undo({ boardId, mutationId: undoId, undoes: [mutationId] });
    expect(await look()).toEqual(before);
    await ada.api.board.undo({ boardId, mutationId: newMutationId(), undoes: [undoId] });
    expect(await look()).toEqual(after);
    expect(api.defects).toEqual([]);
  });

apiTest("several mutations are one step: taken back together, the latest first, or not at all", async ({ api }) => {
  const [ada, bob] = [await api.newPerson(), await api.newPerson("Bob")];
  const { boardId, columns } = await newBoard(ada);
  await api.deps.db.boardMember.create({ data: { boardId, userId: bob.userId, role: "editor" } });
  const [first, second] = (await newTasks(ada, boardId, columns.next.id, 2)) as [TaskId, TaskId];
  const before = await seen(ada, boardId, []);
  const step = [newMutationId(), newMutationId(), newMutationId()];
  await ada.api.task.move({ boardId, mutationId: step[0]!, taskId: first, toColumnId: columns.doing.id });
  await ada.api.task.move({ boardId, mutationId: step[1]!, taskId: first, toColumnId: columns.done.id });
  await ada.api.task.update({ boardId, mutationId: step[2]!, taskId: second, title: "Second" });

  await bob.api.task.update({ boardId, mutationId: newMutationId(), taskId: second, title: "Bob's" });
  const moved = await seen(ada, boardId, []);
  const undone = ada.api.board.undo({ boardId, mutationId: newMutationId(), undoes: step });
  await expect(undone).rejects.toMatchObject({
    cause: { code: "UNDO_CONFLICT", details: { field: "title", who: "Bob" } },
  });
  expect(await seen(ada, boardId, [])).toEqual(moved);

  await bob.api.task.update({ boardId, mutationId: newMutationId(), taskId: second, title: "Second" });
  await ada.api.board.undo({ boardId, mutationId: newMutationId(), undoes: step });
  expect(await seen(ada, boardId, [])).toEqual(before);
});

apiTest("what others change elsewhere on the same task stays", async ({ api }) => {
  const [ada, bob] = [await api.newPerson(), await api.newPerson("Bob")];
  const { boardId, columns } = await newBoard(ada);
  await api.deps.db.boardMember.create({ data: { boardId, userId: bob.userId, role: "editor" } });
  const [taskId] = (await newTasks(ada, boardId, columns.next.id, 1)) as [TaskId];
  const mutationId = newMutationId();
  await ada.api.task.move({ boardId, mutationId, taskId, toColumnId: columns.doing.id });
  await bob.api.task.update({ boardId, mutationId: newMutationId(), taskId, title: "Bob's", priority: "high" });
  await ada.api.board.undo({ boardId, mutationId: newMutationId(), undoes: [mutationId] });
  const [task] = (await ada.api.board.snapshot({ boardId })).tasks;
  expect(task).toMatchObject({ columnId: columns.next.id, startedAt: null, title: "Bob's", priority: "high" });
});

apiTest("a name that only the database knows to be taken by now is refused as taken", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, tagId, contextId, projectId } = await furnishBoard(api, ada);
  for (const [kind, id, other] of [
    ["tag", { tagId }, { tagId: randomUUID(), color: "teal" }],
    ["context", { contextId }, { contextId: randomUUID() }],
    ["project", { projectId }, { projectId: randomUUID(), color: "teal" }],
  ] as const) {
    // Both fold to the same for PostgreSQL, and to different strings for JavaScript.
    await mutate(ada.api, `${kind}.update`, { boardId, ...id, name: "ΟΔΟΣ" });
    const [renaming, removing] = [newMutationId(), newMutationId()];
    await call(ada.api, `${kind}.update`, { boardId, ...id, name: "Road", mutationId: renaming });
    await mutate(ada.api, `${kind}.create`, { boardId, ...other, name: "οδοσ" });
    const undo = (undoes: MutationId) =>
      refusalOf(ada.api.board.undo({ boardId, mutationId: newMutationId(), undoes: [undoes] }));
    expect((await undo(renaming)).refusal, kind).toBe("NAME_TAKEN");
    const taken = { ...other, name: "Elsewhere" };
    await mutate(ada.api, `${kind}.update`, { boardId, ...taken });
    await ada.api.board.undo({ boardId, mutationId: newMutationId(), undoes: [renaming] });
    await call(ada.api, `${kind}.remove`, { boardId, ...id, mutationId: removing });
    await mutate(ada.api, `${kind}.update`, { boardId, ...other, name: "οδοσ" });
    expect((await undo(removing)).refusal, kind).toBe("NAME_TAKEN");
  }
  expect(api.defects).toEqual([]);
});

apiTest("only one's own mutations of that board are there to undo", async ({ api }) => {
  const [ada, bob] = [await api.newPerson(), await api.newPerson("Bob")];
  const { boardId, columns } = await newBoard(ada);
  const elsewhere = await newBoard(bob, "Work");
  await api.deps.db.boardMember.create({ data: { boardId, userId: bob.userId, role: "editor" } });
  const [taskId] = (await newTasks(ada, boardId, columns.next.id, 1)) as [TaskId];
  const [mine, his] = [newMutationId(), newMutationId()];
  await ada.api.task.archive({ boardId, mutationId: mine, taskId });
  await bob.api.board.update({ boardId: elsewhere.boardId, mutationId: his, name: "Other" });
  const undo = (person: Person, at: typeof boardId, undoes: MutationId[]) =>
    refusalOf(person.api.board.undo({ boardId: at, mutationId: newMutationId(), undoes }));
  expect((await undo(bob, boardId, [mine])).refusal).toBe("NOTHING_TO_UNDO");
  expect((await undo(bob, boardId, [his])).refusal).toBe("NOTHING_TO_UNDO");
  expect((await undo(bob, boardId, [newMutationId()])).refusal).toBe("NOTHING_TO_UNDO");
  expect((await ada.api.board.snapshot({ boardId })).tasks).toEqual([]);
});

apiTest("a column that is full by now takes nothing back, and its count stays true", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const [taskId] = (await newTasks(ada, boardId, columns.next.id, 1)) as [TaskId];
  const mutationId = newMutationId();
  await ada.api.task.remove({ boardId, mutationId, taskId });
  await newTasks(ada, boardId, columns.next.id, 1);
  await ada.api.column.update({ boardId, mutationId: newMutationId(), columnId: columns.next.id, wipLimit: 1 });
  const undo = () => ada.api.board.undo({ boardId, mutationId: newMutationId(), undoes: [mutationId] });
  expect((await refusalOf(undo())).refusal).toBe("WIP_LIMIT_REACHED");
  await ada.api.column.update({ boardId, mutationId: newMutationId(), columnId: columns.next.id, wipLimit: 2 });
  await undo();
  const { openTasks } = await api.deps.db.column.findUniqueOrThrow({ where: { id: columns.next.id } });
  expect(openTasks).toBe(2);
  expect((await refusalOf(newTasks(ada, boardId, columns.next.id, 1))).refusal).toBe("WIP_LIMIT_REACHED");
});
