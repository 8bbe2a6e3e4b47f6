import type { BoardId, TaskId } from "@kanban/domain/ids";
import fc from "fast-check";
import { expect } from "vitest";
import { findStreamState } from "../sync/stream.repository.ts";
import { apiTest, newBoard, newTasks, type Person, type TestApi } from "../testing/api-test.ts";
import { forgetOldReadings, keepReading } from "./reading.repository.ts";

type Word = Parameters<typeof keepReading>[1];

/** What an agent says of one task, from its first text to its third. */
const wordsOf = (boardId: BoardId, taskId: TaskId): Word[] => {
  const word = { boardId, taskId, agent: "link" };
  return [
    { ...word, taskVersion: 1, attempt: 0, state: "reading" },
    { ...word, taskVersion: 1, attempt: 0, state: "ended" },
    { ...word, taskVersion: 2, attempt: 0, state: "reading" },
    { ...word, taskVersion: 2, attempt: 0, state: "delayed" },
    { ...word, taskVersion: 2, attempt: 1, state: "reading" },
    { ...word, taskVersion: 2, attempt: 1, state: "ended" },
    { ...word, taskVersion: 3, attempt: 0, state: "reading" },
  ];
};

const toldTo = async ({ deps }: TestApi, { userId }: Person, boardId: BoardId, withReadings = true) => {
  const asked = { userId, sessionId: null, boardIds: [boardId], withPresence: false, withReadings };
  return (await findStreamState(deps.db, asked)).readings.get(boardId) ?? [];
};

apiTest(
  "an agent's latest word on a task is told, in whatever order its words come and however often",
  async ({ api }) => {
    const ada = await api.newPerson();
    const { boardId, columns } = await newBoard(ada);
    const tasks = await newTasks(ada, boardId, columns.next.id, 12);
    const orders = fc.sample(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 3, 6, 0], { minLength: 10 }), tasks.length);
    for (const [index, taskId] of tasks.entries()) {
      const words = wordsOf(boardId, taskId);
      for (const place of orders[index]!) await keepReading(api.deps.db, words[place]!);
    }
    const latest = tasks.map((taskId) => ({ taskId, agent: "link", state: "reading" }));
    const byTask = (a: { taskId: string }, b: { taskId: string }) => (a.taskId < b.taskId ? -1 : 1);
    expect(await toldTo(api, ada, boardId)).toEqual(latest.toSorted(byTask));
    for (const taskId of tasks)
      await keepReading(api.deps.db, { ...wordsOf(boardId, taskId)[6]!, state: "ended", attempt: 0 });
    expect(await toldTo(api, ada, boardId)).toEqual([]);
  },
);

apiTest("what is read is told to members who ask for it, and not for longer than it can last", async ({ api }) => {
  const [ada, eve] = [await api.newPerson(), await api.newPerson("Eve")];
  const { boardId, columns } = await newBoard(ada);
  const elsewhere = await newBoard(eve);
  const [taskId] = (await newTasks(ada, boardId, columns.next.id, 1)) as [TaskId];
  await keepReading(api.deps.db, wordsOf(boardId, taskId)[0]!);
  // A word that names a board the task is not on is nobody's.
  await keepReading(api.deps.db, { ...wordsOf(elsewhere.boardId, taskId)[0]!, agent: "model" });
  expect(await toldTo(api, ada, boardId)).toEqual([{ taskId, agent: "link", state: "reading" }]);
  expect(await toldTo(api, ada, boardId, false)).toEqual([]);
  expect(await toldTo(api, eve, boardId)).toEqual([]);
  expect(await toldTo(api, eve, elsewhere.boardId)).toEqual([]);
  await api.deps.pool.query("UPDATE task_reading SET reported_at = now() - interval '20 minutes'");
  expect(await toldTo(api, ada, boardId)).toEqual([]);
  await api.deps.pool.query("UPDATE task_reading SET reported_at = now() - interval '1 day'");
  await forgetOldReadings(api.deps.pool);
  expect(await api.deps.db.taskReading.count()).toBe(0);
});
