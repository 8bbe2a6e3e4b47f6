import { randomUUID } from "node:crypto";
import type { Scene } from "../faults/scene.ts";
import { pursue } from "../rig/pursue.ts";
import { unlikeAnyOther } from "../rig/unlike-any-other.ts";
import { untilQuiet } from "../rig/until-quiet.ts";

/** A process that is told to end has let its work come to an end by then. */
const drainedWithinMs = 10_000;

/**
 * Starts many workers at the same moment on a database without a job queue, with work already waiting: one makes the
 * queue, all become ready. Then tells all but the rig's own to end.
 */
export async function startManyWorkers(
  { rig, boards }: Pick<Scene, "rig" | "boards">,
  count: number,
): Promise<{ wrong: string[]; readyMs: number }> {
  await untilQuiet(rig);
  await rig.worker.terminate();
  await rig.databases.worker.query("DROP SCHEMA pgboss CASCADE");
  const captures = Array.from({ length: count * 4 }, (_, index) => {
    const board = boards[index % boards.length]!;
    const title = unlikeAnyOther("pay the rent next friday");
    const input = { taskId: randomUUID(), columnId: board.columns["inbox"], title };
    const intent = { id: randomUUID(), boardId: board.id, procedure: "task.create", input };
    return pursue(board.person, rig.ledger, intent, { attempts: 40 });
  });
  await Promise.all(captures);
  const begin = performance.now();
  const others = await Promise.all(Array.from({ length: count - 1 }, (_, n) => rig.addWorker(`worker-${n + 2}`)));
  await Promise.all(
    [rig.worker, ...others].map(async (worker) => {
      await worker.start();
      await worker.untilReady();
    }),
  );
  const readyMs = Math.round(performance.now() - begin);
  await untilQuiet(rig);
  const { rows } = await rig.databases.worker.query("SELECT FROM pgboss.version");
  const wrong = rows.length === 1 ? [] : [`the job queue was made ${rows.length} times`];
  const ends = await Promise.all(others.map(async (worker) => ({ name: worker.name, ...(await worker.terminate()) })));
  for (const { name, ended, tookMs } of ends)
    if (ended !== 0 || tookMs > drainedWithinMs)
      wrong.push(`${name} ended with ${ended} after ${Math.round(tookMs)} ms`);
  return { wrong, readyMs };
}
