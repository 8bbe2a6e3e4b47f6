import { randomUUID } from "node:crypto";
import type { Random } from "@kanban/demo/random";
import type pg from "pg";
import { newBoard, type Person } from "../../rig/person.ts";
import { startTally } from "../../rig/tally.ts";

/** How often somebody may have to take a card up again because its new neighbours have moved (99 in 100). */
const mostRetries = 3;

/** Many hands reorder many cards at random, within and between columns; every card is still there, once, in one order. */
export async function shuffleCards(
  persons: readonly Person[],
  db: pg.Pool,
  { hands, movesEach, cards, random }: { hands: number; movesEach: number; cards: number; random: Random },
) {
  const [owner] = persons;
  const { id: boardId, columns } = await newBoard(owner!, null);
  const columnIds = Object.values(columns);
  const tally = startTally(["NEIGHBOURS_MOVED"]);
  const taskIds = Array.from({ length: cards }, () => randomUUID());
  const placed = new Map(taskIds.map((taskId) => [taskId, random.pick(columnIds)]));
  await Promise.all(
    inShares(taskIds, hands).map(async (share, index) => {
      for (const taskId of share)
        await tally.decide(personOf(persons, index), "task.create", {
          boardId,
          taskId,
          columnId: placed.get(taskId),
          title: "One of many",
        });
    }),
  );
  const retries: number[] = [];
  const plans = Array.from({ length: hands }, () =>
    Array.from({ length: movesEach }, () => ({
      taskId: random.pick(taskIds),
      anchor: random.pick(["afterId", "beforeId"]),
      neighbours: Array.from({ length: 12 }, () => random.pick(taskIds)),
    })),
  );
  await Promise.all(
    plans.map(async (moves, index) => {
      for (const { taskId, anchor, neighbours } of moves) {
        let tries = 0;
        for (const neighbourId of neighbours) {
          if (neighbourId === taskId) continue;
          // Where it was last seen: others move it at the same time.
          const toColumnId = placed.get(neighbourId);
          const move = { boardId, taskId, toColumnId, [anchor]: neighbourId };
          const answer = await tally.decide(personOf(persons, index), "task.move", move);
          if (typeof answer !== "string") {
            for (const { change } of answer.events)
              if (change.type === "task.moved") placed.set(taskId, change.payload.to.columnId);
            break;
          }
          tries += 1;
        }
        retries.push(tries);
      }
    }),
  );
  retries.sort((a, b) => a - b);
  const p99 = retries[Math.floor(retries.length * 0.99)] ?? 0;
  return {
    wrong: [
      ...tally.wrong(),
      ...(p99 > mostRetries ? [`a card had to be taken up ${p99} times again (p99)`] : []),
      ...(await lostOrDoubled(db, boardId, taskIds)),
    ],
    done: tally.done(),
    busy: tally.busy(),
    retried: tally.refused(),
  };
}

async function lostOrDoubled(db: pg.Pool, boardId: string, taskIds: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    "SELECT id FROM task WHERE board_id = $1 AND archived_at IS NULL AND deleted_at IS NULL ORDER BY id",
    [boardId],
  );
  const { rows: shared } = await db.query<{ rank: string }>(
    `SELECT rank FROM task WHERE board_id = $1 AND archived_at IS NULL AND deleted_at IS NULL
     GROUP BY column_id, rank HAVING count(*) > 1`,
    [boardId],
  );
  const isSame = rows.map(({ id }) => id).join() === [...taskIds].sort().join();
  return [
    ...(isSame ? [] : [`of ${taskIds.length} cards ${rows.length} are there, or others`]),
    ...shared.map(({ rank }) => `two cards share the rank ${rank}`),
  ];
}

const personOf = (persons: readonly Person[], index: number) => persons[index % persons.length]!;

function inShares<Item>(items: readonly Item[], count: number): Item[][] {
  return Array.from({ length: count }, (_, share) => items.filter((_item, index) => index % count === share));
}
