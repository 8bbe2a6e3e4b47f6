import type { Dirt, Spoiling } from "./dirt.ts";
import { boardDirt } from "./board-dirt.ts";
import { historyDirt } from "./history-dirt.ts";
import { peopleDirt } from "./people-dirt.ts";
import { taskDirt } from "./task-dirt.ts";

const kinds: Dirt[] = [peopleDirt, boardDirt, taskDirt, historyDirt].flatMap((kind) => Object.values(kind));

/** Every kind of dirt, each on tasks of its own, so that none undoes another. About a hundred tasks each at most. */
export async function spreadDirt({ tasks, ...spoiling }: Omit<Spoiling, "chosen"> & { tasks: number }): Promise<void> {
  const apart = Math.max(kinds.length + 1, Math.floor(tasks / 100));
  if (tasks < 5 * apart || spoiling.boards < 2)
    throw new Error(`Each kind of dirt needs a few tasks, and each board another: ${5 * apart} tasks, two boards.`);
  for (const [remainder, spoil] of kinds.entries())
    await spoil({ ...spoiling, chosen: `course.task % ${apart} = ${remainder}` });
}
