import type { BoardId } from "@kanban/domain/ids";
import { expect } from "vitest";
import type { Pool } from "../context.ts";
import { furnishBoard } from "../testing/furnished-board.ts";
import { countQueries } from "../testing/count-queries.ts";
import { apiTest, newBoard, newMutationId, newTasks, type Person, refusalOf } from "../testing/api-test.ts";
import { allEvents, comparable, rebuildBoard } from "../testing/rebuild-board.ts";
import { captureTask } from "./capture-task.ts";

const files = {
  storage: { put: () => Promise.reject(new Error("No file comes here")), exists: () => Promise.resolve(false) },
  fileLimits: { bytesPerFile: 1_000, bytesPerBoard: 1_000 },
};

type Words = { text: string; boardId?: BoardId | null; mutationId?: ReturnType<typeof newMutationId> };

const capture = ({ ctx }: Pick<Person, "ctx">, { boardId = null, mutationId = newMutationId(), text }: Words) =>
  captureTask(ctx, { mutationId, boardId, text, source: "web" }, files);

/** A person between whose look at the inbox and whose write something else happens, `times` times. */
function interrupted({ ctx }: Person, meanwhile: () => Promise<unknown>, times = 1): Pick<Person, "ctx"> {
  let left = times;
  const pool = Object.create(ctx.pool, {
    query: {
      value: async (config: { text: string }) => {
        if (config.text.includes("claimed") && left-- > 0) await meanwhile();
        return ctx.pool.query(config);
      },
    },
  }) as Pool;
  return { ctx: { ...ctx, pool } };
}

const isWhole = async (person: Person, boardId: BoardId, epoch: string) => {
  const snapshot = await person.api.board.snapshot({ boardId });
  expect(comparable(rebuildBoard(await allEvents(person.api, boardId), epoch))).toEqual(comparable(snapshot));
  return snapshot;
};

apiTest("words take one look and one write, whatever else stands in the inbox", async ({ api }) => {
  const ada = await api.newPerson();
  await newBoard(ada);
  await capture(ada, { text: "First" });
  expect(await countQueries(api.deps.pool, () => capture(ada, { text: "Second" }))).toBe(2);
});

apiTest("twenty thoughts at once all get a place, a number and an event of their own", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, epoch } = await newBoard(ada);
  const texts = Array.from({ length: 20 }, (_, index) => `Thought ${index}`);
  await Promise.all(texts.map((text) => capture(ada, { text })));
  const { tasks } = await isWhole(ada, boardId, epoch);
  expect(tasks.map(({ title }) => title).toSorted()).toEqual(texts.toSorted());
  expect(new Set(tasks.map(({ rank }) => rank)).size).toBe(20);
  expect(tasks.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(texts.map((_, index) => index + 1));
});

apiTest("ten at once under one key are one", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, epoch } = await newBoard(ada);
  const mutationId = newMutationId();
  const answers = await Promise.all(Array.from({ length: 10 }, () => capture(ada, { mutationId, text: "Once" })));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect((await isWhole(ada, boardId, epoch)).tasks).toHaveLength(1);
});

apiTest(
  "a board that changes after the look is looked at again, by whoever always comes late in the end too",
  async ({ api }) => {
    const ada = await api.newPerson();
    const { boardId, columns, epoch } = await newBoard(ada);
    const another = () => newTasks(ada, boardId, columns.next.id, 1);
    for (const times of [1, 2, 9]) await capture(interrupted(ada, another, times), { text: `Late by ${times}` });
    const { tasks } = await isWhole(ada, boardId, epoch);
    const captured = tasks.filter(({ columnId }) => columnId === columns.inbox.id);
    expect(captured.map(({ title }) => title).toSorted()).toEqual(["Late by 1", "Late by 2", "Late by 9"]);
    expect(new Set(tasks.map(({ number }) => number)).size).toBe(tasks.length);
  },
);

apiTest("what the board has become by the write counts, not what it was", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns, epoch } = await newBoard(ada);
  const base = () => ({ boardId, mutationId: newMutationId() });
  const moveInbox = async () => {
    await ada.api.column.update({ ...base(), columnId: columns.inbox.id, kind: "waiting" });
    await ada.api.column.update({ ...base(), columnId: columns.someday.id, kind: "inbox", wipLimit: 1 });
  };
  await capture(interrupted(ada, moveInbox), { text: "In the new inbox" });
  const fill = () => newTasks(ada, boardId, columns.someday.id, 1);
  await ada.api.column.update({ ...base(), columnId: columns.someday.id, wipLimit: 2 });
  expect(await refusalOf(capture(interrupted(ada, fill), { text: "Too many" }))).toMatchObject({
    code: "WIP_LIMIT_REACHED",
  });
  await ada.api.column.update({ ...base(), columnId: columns.someday.id, wipLimit: 9 });
  const trash = () => ada.api.board.remove(base());
  expect(await refusalOf(capture(interrupted(ada, trash), { boardId, text: "Gone" }))).toMatchObject({
    code: "BOARD_NOT_FOUND",
  });
  await ada.api.board.restore(base());
  const { tasks } = await isWhole(ada, boardId, epoch);
  expect(tasks.map(({ title, columnId }) => [title, columnId])).toEqual(
    expect.arrayContaining([["In the new inbox", columns.someday.id]]),
  );
  expect(tasks.some(({ title }) => ["Too many", "Gone"].includes(title))).toBe(false);
});

apiTest("an inbox that stands for a context gives it", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns, contextId } = await furnishBoard(api, ada);
  await ada.api.column.update({ boardId, mutationId: newMutationId(), columnId: columns.inbox.id, contextId });
  await capture(ada, { boardId, text: "Inbox of a context" });
  const { tasks } = await ada.api.board.snapshot({ boardId });
  expect(tasks.find(({ title }) => title === "Inbox of a context")?.contextIds).toEqual([contextId]);
});

apiTest("an id in use on somebody else's board is refused, and tells nothing of it", async ({ api }) => {
  const [ada, bob] = [await api.newPerson(), await api.newPerson("Bob")];
  await newBoard(ada);
  await newBoard(bob);
  const mutationId = newMutationId();
  await capture(ada, { text: "Ada's", mutationId });
  expect(await refusalOf(capture(bob, { text: "Bob's", mutationId }))).toMatchObject({ code: "ID_TAKEN" });
});
