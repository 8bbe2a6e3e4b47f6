import type { ClientBase } from "pg";
import type { Random } from "@kanban/demo/random";
import * as boards from "./application/board-steps.ts";
import * as details from "./application/detail-steps.ts";
import type { Step } from "./application/step.ts";
import * as tasks from "./application/task-steps.ts";
import { inSchema } from "./in-schema.ts";

/** What people do, and how often. */
const shares: [step: Step, share: number][] = [
  [tasks.createTask, 20],
  [tasks.moveTask, 25],
  [tasks.editTask, 15],
  [tasks.completeTask, 8],
  [tasks.reorderTask, 6],
  [tasks.deleteTask, 4],
  [details.tagTask, 5],
  [details.untagTask, 3],
  [details.addItem, 5],
  [details.toggleItem, 4],
  [details.deleteItem, 2],
  [boards.renameBoard, 1],
  [boards.renameColumn, 1],
  [boards.renameTag, 2],
  [boards.addProject, 2],
  [boards.addColumn, 1],
  [boards.signUp, 1],
];

const steps = shares.flatMap(([step, share]) => Array.from({ length: share }, () => step));

/**
 * Does one thing the predecessor would do in its latest tables, in one transaction: on one of `boardIds`, or on any board
 * that has an owner and columns.
 * @returns what was done, in one line.
 */
export async function workOn(
  client: ClientBase,
  random: Random,
  { schema = "public", boardIds }: { schema?: string; boardIds?: readonly string[] } = {},
): Promise<string> {
  return inSchema(client, schema, async () => {
    const { rows } = await client.query<{ boardId: string; ownerId: string }>(
      `SELECT b."id" AS "boardId", b."ownerId" FROM "Board" b JOIN "User" u ON u."id" = b."ownerId"
       WHERE EXISTS (SELECT FROM "Column" c WHERE c."boardId" = b."id") AND ($1::uuid[] IS NULL OR b."id" = ANY ($1))
       ORDER BY b."id"`,
      [boardIds ?? null],
    );
    const board = random.pick(rows);
    // Two at work on one board take turns, or they would lock each other's tasks crosswise.
    await client.query(`SELECT FROM "Board" WHERE "id" = $1 FOR UPDATE`, [board.boardId]);
    const desk = { client, random, ...board };
    // A board without tags, say, has something else to be done.
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const done = await random.pick(steps)(desk);
      if (done !== null) return done;
    }
    return (await tasks.createTask(desk)) ?? `did nothing on board ${board.boardId}`;
  });
}
