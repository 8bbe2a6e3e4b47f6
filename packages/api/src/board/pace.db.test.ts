import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { apiTest, newBoard, type Person, refusalOf, type TestApi, type TestBoard } from "../testing/api-test.ts";

const dayMs = 86_400_000;

async function finish(
  { deps }: TestApi,
  { boardId, columns }: TestBoard,
  daysTaken: number[],
  endedDaysAgo = 1,
  gone = {},
) {
  const now = deps.clock.now().getTime();
  const finishedAt = new Date(now - endedDaysAgo * dayMs);
  const before = await deps.db.task.count({ where: { boardId } });
  await deps.db.task.createMany({
    data: daysTaken.map((days, n) => ({
      ...{ id: randomUUID(), boardId, columnId: columns.done.id, number: before + n + 1, title: "Done" },
      ...{ rank: `b${String(before + n).padStart(4, "0")}`, capturedAt: finishedAt, enteredColumnAt: finishedAt },
      ...{ startedAt: new Date(finishedAt.getTime() - days * dayMs), finishedAt, ...gone },
    })),
  });
}

const paceOf = ({ api }: Person, { boardId }: TestBoard) => api.board.pace({ boardId });

apiTest("the pace of a board comes from its finished tasks, and its sample is named", async ({ api }) => {
  const ada = await api.newPerson();
  const board = await newBoard(ada);
  await finish(api, board, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(await paceOf(ada, board)).toEqual({ finished: 9, quantiles: [] });
  await finish(api, board, [10, 11], 1, { archivedAt: new Date() });
  const { finished, quantiles } = await paceOf(ada, board);
  expect(finished).toBe(11);
  expect(quantiles).toHaveLength(19);
  expect(quantiles[9]).toBe(6 * dayMs);
});

apiTest("what was finished over a year ago, trashed or on another board does not count", async ({ api }) => {
  const ada = await api.newPerson();
  const [board, other] = [await newBoard(ada), await newBoard(ada, "Other")];
  await finish(api, board, [1, 2], 400);
  await finish(api, board, [1, 2, 3], 1, { deletedAt: new Date() });
  await finish(api, other, [1]);
  expect(await paceOf(ada, board)).toEqual({ finished: 0, quantiles: [] });
});

apiTest("a stranger is not told", async ({ api }) => {
  const [ada, bob] = [await api.newPerson(), await api.newPerson("Bob")];
  const board = await newBoard(ada);
  expect(await refusalOf(paceOf(bob, board))).toEqual({ code: "NOT_FOUND", refusal: "BOARD_NOT_FOUND" });
});
