import { randomUUID } from "node:crypto";
import type { Random } from "@kanban/demo/random";
import { must, newBoard, type Person } from "../../rig/person.ts";
import { startTally } from "../../rig/tally.ts";

const wipLimit = 5;
const columnCount = 10;
/** Of fifty places: most columns are full or nearly so, and every move meets somebody else's. */
const taskCount = 45;

/** Movers who all want into full columns, each as fast as it is answered. Whether a limit broke, the replay tells. */
export async function crowdColumns(
  persons: readonly Person[],
  { movers, movesEach, random }: { movers: number; movesEach: number; random: Random },
) {
  const [owner] = persons;
  const { id: boardId, columns } = await newBoard(owner!, wipLimit);
  const columnIds = Object.values(columns);
  for (const columnId of columnIds) await must(owner!, "column.update", { boardId, columnId, wipLimit });
  while (columnIds.length < columnCount) {
    const columnId = randomUUID();
    await must(owner!, "column.create", { boardId, columnId, name: "More", kind: "next", wipLimit });
    columnIds.push(columnId);
  }
  const tally = startTally(["WIP_LIMIT_REACHED"]);
  const tasks = Array.from({ length: taskCount }, (_, index) => ({
    taskId: randomUUID(),
    columnId: columnIds[index % columnCount]!,
  }));
  await Promise.all(
    tasks.map(({ taskId, columnId }) =>
      tally.decide(owner!, "task.create", { boardId, taskId, columnId, title: "One of many" }),
    ),
  );
  // Chosen beforehand: what lanes draw in turn depends on who is answered first.
  const plans = Array.from({ length: movers }, () =>
    Array.from({ length: movesEach }, () => ({
      taskId: random.pick(tasks).taskId,
      toColumnId: random.pick(columnIds),
    })),
  );
  await Promise.all(
    plans.map(async (moves, index) => {
      for (const move of moves) await tally.decide(persons[index % persons.length]!, "task.move", { boardId, ...move });
    }),
  );
  return { wrong: tally.wrong(), done: tally.done(), refused: tally.refused(), busy: tally.busy() };
}
