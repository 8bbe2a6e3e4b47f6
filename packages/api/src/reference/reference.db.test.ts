import { limits } from "@kanban/domain/limits";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, newTaskId, type Person, type TestBoard } from "../testing/api-test.ts";

async function keep(person: Person, { boardId, columns }: TestBoard, title: string, notes = "") {
  const taskId = newTaskId();
  const create = { boardId, taskId, columnId: columns.inbox.id, title, notes, mutationId: newMutationId() };
  await person.api.task.create(create);
  await person.api.task.archive({ boardId, taskId, asReference: true, mutationId: newMutationId() });
  return taskId;
}
const titlesOf = async ({ api }: Person, query = "") =>
  (await api.reference.list({ query })).tasks.map(({ title }) => title);

apiTest(
  "what is kept on all boards is listed, the latest first, until it is brought back or trashed",
  async ({ api, clock }) => {
    const ada = await api.newPerson();
    const home = await newBoard(ada, "Home");
    const work = await newBoard(ada, "Work");
    const manual = await keep(ada, home, "Manual of the boiler", "Reset: hold both keys");
    clock.advance({ minutes: 1 });
    const rates = await keep(ada, work, "Rates");
    const plain = newTaskId();
    await ada.api.task.create({
      ...{ boardId: home.boardId, taskId: plain, columnId: home.columns.inbox.id, title: "Done with" },
      mutationId: newMutationId(),
    });
    await ada.api.task.archive({ boardId: home.boardId, taskId: plain, mutationId: newMutationId() });
    expect(await titlesOf(ada)).toEqual(["Rates", "Manual of the boiler"]);
    expect((await ada.api.reference.list({})).tasks[1]).toMatchObject({
      ...{ taskId: manual, boardKey: "HOME", boardName: "Home", canEdit: true, notes: "Reset: hold both keys" },
    });
    expect(await titlesOf(ada, "boil")).toEqual(["Manual of the boiler"]);
    expect(await titlesOf(ada, "keys")).toEqual(["Manual of the boiler"]);
    expect(await titlesOf(ada, "b")).toEqual([]);

    await ada.api.task.restore({ boardId: work.boardId, taskId: rates, mutationId: newMutationId() });
    expect(await titlesOf(ada)).toEqual(["Manual of the boiler"]);
    await ada.api.board.remove({ boardId: home.boardId, mutationId: newMutationId() });
    expect(await titlesOf(ada)).toEqual([]);
  },
);

apiTest("nobody sees what others keep, and a member who only reads cannot bring it back", async ({ api }) => {
  const ada = await api.newPerson();
  const eve = await api.newPerson("Eve");
  const board = await newBoard(ada);
  await keep(ada, board, "Secret");
  expect(await titlesOf(eve)).toEqual([]);
  await api.deps.db.boardMember.create({ data: { boardId: board.boardId, userId: eve.userId, role: "viewer" } });
  expect((await eve.api.reference.list({})).tasks).toMatchObject([{ title: "Secret", canEdit: false }]);
});

apiTest("pages follow each other without gap or repetition, also where many were kept at once", async ({ api }) => {
  const ada = await api.newPerson();
  const board = await newBoard(ada);
  const count = limits.searchPage + 5;
  for (let n = 0; n < count; n++) await keep(ada, board, `Kept ${n}`);
  const first = await ada.api.reference.list({});
  expect(first.tasks).toHaveLength(limits.searchPage);
  const second = await ada.api.reference.list({ cursor: first.nextCursor! });
  expect(second.nextCursor).toBeNull();
  const ids = [...first.tasks, ...second.tasks].map(({ taskId }) => taskId);
  expect(new Set(ids).size).toBe(count);
});
