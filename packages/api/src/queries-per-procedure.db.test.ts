import type { Pool } from "@kanban/db-api/client";
import type { MutationName } from "@kanban/domain/mutations";
import { fillBoard } from "@kanban/testing/fill-board";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId } from "./testing/api-test.ts";
import { countQueries } from "./testing/count-queries.ts";
import { acceptableInputs, furnishBoard, mutate } from "./testing/furnished-board.ts";

/*
 * How often a procedure asks the database is the same on every machine, and what a slow network multiplies. The budgets
 * count a transaction's own BEGIN and COMMIT.
 */

const budgets = { mutation: 16, read: 10 } as const;
/** Undoing reads the board it plans over, and may be many changes in one; a decision makes a project, labels, hints and a move one. */
const ownBudgets: Partial<Record<MutationName, number>> = { "board.undo": 24, "task.clarify": 20 };

apiTest("no change of a board asks the database more often than its budget", async ({ api }) => {
  const ada = await api.newPerson();
  const names = Object.keys(acceptableInputs(await furnishBoard(api, ada))) as MutationName[];
  const over: string[] = [];
  for (const name of names) {
    const board = await furnishBoard(api, ada);
    const input = acceptableInputs(board)[name];
    const count = await countQueries(api.deps.pool, () => mutate(ada.api, name, input));
    expect(count).toBeGreaterThan(2);
    if (count > (ownBudgets[name] ?? budgets.mutation)) over.push(`${name}: ${count}`);
  }
  expect(over).toEqual([]);
});

/** Of three times, since one may have to be tried again. */
async function leastQueries(pool: Pool, act: (round: number) => Promise<unknown>): Promise<number> {
  const counts: number[] = [];
  for (let round = 0; round < 3; round++) counts.push(await countQueries(pool, () => act(round)));
  return Math.min(...counts);
}

apiTest("what is read, and how a task moves, does not ask more often on a larger board", async ({ api }) => {
  const ada = await api.newPerson();
  const { pool } = api.deps;
  const countsWith = async (tasks: number) => {
    const { boardId, columns } = await newBoard(ada);
    await fillBoard(pool, boardId, Object.values(columns), tasks);
    const { epoch, seq, tasks: cards } = await ada.api.board.snapshot({ boardId });
    // From neither of the columns it is moved to: within its own a move is cheaper.
    const taskId = cards.find((card) => card.columnId === columns.next.id)!.id;
    const move = (to: keyof typeof columns) =>
      ada.api.task.move({ boardId, taskId, toColumnId: columns[to].id, mutationId: newMutationId() });
    return {
      snapshot: await leastQueries(pool, () => ada.api.board.snapshot({ boardId })),
      delta: await leastQueries(pool, () => ada.api.board.delta({ boardId, since: seq, epoch })),
      list: await leastQueries(pool, () => ada.api.board.list()),
      task: await leastQueries(pool, () => ada.api.task.get({ boardId, taskId })),
      move: await leastQueries(pool, (round) => move(round % 2 ? "someday" : "waiting")),
    };
  };
  const few = await countsWith(5);
  expect(await countsWith(500)).toEqual(few);
  const { move, ...reads } = few;
  expect(Math.max(...Object.values(reads)), JSON.stringify(reads)).toBeLessThanOrEqual(budgets.read);
  expect(move).toBeLessThanOrEqual(budgets.mutation);
});

apiTest("a question for each task is noticed", async ({ api }) => {
  const { pool, db } = api.deps;
  const perTask = async (tasks: number) =>
    countQueries(pool, async () => {
      for (let task = 0; task < tasks; task++) await db.task.count();
    });
  expect(await perTask(3)).toBe(3);
  expect(await perTask(40)).toBeGreaterThan(budgets.read);
});
