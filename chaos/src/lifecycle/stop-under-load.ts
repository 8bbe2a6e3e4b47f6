import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { waitFor } from "@kanban/testing/wait-for";
import { connectOutsider } from "../faults/outsider.ts";
import type { Scene } from "../faults/scene.ts";
import { type Person, reach } from "../rig/person.ts";
import type { Program } from "../rig/program.ts";
import { pursue } from "../rig/pursue.ts";

/** SIGTERM: everything that runs has come to its end by then. */
const drainedWithinMs = 10_000;
/** A second SIGTERM waits for nothing; a busy machine takes its time to end a process. */
const atOnceMs = 2_000;

export type Ends = { wrong: string[]; figures: Record<string, number> };

/**
 * Ends the api and starts it anew while people work: what is under way is answered, a live stream ends cleanly, and a
 * second signal ends it at once.
 */
export async function stopApiUnderLoad({ rig, boards, watch }: Scene): Promise<Ends> {
  const { api } = rig;
  const board = boards.at(-1)!;
  // Not through the wire, which does not pass on the last bytes of a connection that is being closed.
  const person = reach(api.url, board.person.cookie);
  const wrong: string[] = [];
  const stream = readToEnd(person, api.url, board.id);
  await stream.opened;
  const release = await holdBoard();
  const underWay = capture(person);
  // Long enough to have been taken in: who waits for a lock may be anybody of the crowd.
  await delay(300);
  await untilHeldUp(rig.databases.api);
  const drain = api.terminate();
  await delay(700);
  await release();
  const { ended, tookMs } = await drain;
  if (ended !== 0 || tookMs > drainedWithinMs) wrong.push(`the api ended with ${ended} after ${Math.round(tookMs)} ms`);
  const outcome = (await underWay).outcome.kind;
  if (outcome !== "acknowledged") wrong.push(`a request under way at SIGTERM ended ${outcome}`);
  const streamEnd = await stream.ended;
  if (streamEnd !== "cleanly") wrong.push(`a live stream ended with ${streamEnd}`);
  const isCleanRefusal = /ECONNREFUSED|ECONNRESET|other side closed|socket hang up/;
  for (const { wrong: line } of watch.take()) if (line && !isCleanRefusal.test(line)) wrong.push(`at SIGTERM: ${line}`);
  await api.start();
  await api.untilReady();

  const releaseAgain = await holdBoard();
  const abandoned = capture(person);
  await delay(300);
  await untilHeldUp(rig.databases.api);
  const second = await terminateTwice(api);
  if (second.ended !== 1 || second.tookMs > atOnceMs)
    wrong.push(`the api at a second SIGTERM: ${JSON.stringify(second)}`);
  await releaseAgain();
  await abandoned;
  await api.start();
  await api.untilReady();
  return { wrong, figures: { apiDrainedMs: Math.round(tookMs), apiSecondMs: second.tookMs } };

  function capture(asking: Person) {
    const input = { taskId: randomUUID(), columnId: board.columns["inbox"], title: `under way ${randomUUID()}` };
    const intent = { id: randomUUID(), boardId: board.id, procedure: "task.create", input };
    return pursue(asking, rig.ledger, intent, { attempts: 1 });
  }

  async function holdBoard(): Promise<() => Promise<void>> {
    const outsider = await connectOutsider(rig.clusters.api.urls.apiDatabaseUrl);
    await outsider.query("BEGIN");
    await outsider.query("SELECT FROM board WHERE id = $1 FOR UPDATE", [board.id]);
    return async () => {
      await outsider.query("ROLLBACK");
      await outsider.end();
    };
  }
}

/** Ends the worker and starts it anew while there is work; a second signal ends it at once. */
export async function stopWorkerUnderLoad({ rig }: Pick<Scene, "rig">): Promise<Ends> {
  const { worker } = rig;
  const wrong: string[] = [];
  const { ended, tookMs } = await worker.terminate();
  if (ended !== 0 || tookMs > drainedWithinMs)
    wrong.push(`the worker ended with ${ended} after ${Math.round(tookMs)} ms`);
  await worker.start();
  await worker.untilReady();
  const outsider = await connectOutsider(rig.clusters.worker.urls.workerDatabaseUrl);
  await outsider.query("BEGIN");
  await outsider.query("LOCK TABLE event_inbox IN ACCESS EXCLUSIVE MODE");
  await untilHeldUp(rig.databases.worker);
  const second = await terminateTwice(worker);
  if (second.ended !== 1 || second.tookMs > atOnceMs)
    wrong.push(`the worker at a second SIGTERM: ${JSON.stringify(second)}`);
  await outsider.query("ROLLBACK");
  await outsider.end();
  await worker.start();
  await worker.untilReady();
  return { wrong, figures: { workerDrainedMs: Math.round(tookMs), workerSecondMs: second.tookMs } };
}

/** Waits until somebody of the product waits for a lock: then it has something to drain. */
async function untilHeldUp(pool: Scene["rig"]["databases"]["api"]): Promise<void> {
  await waitFor(
    async () =>
      (
        await pool.query(
          `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND application_name LIKE 'kanban%'
             AND datname = current_database()`,
        )
      ).rowCount,
    { what: "a process to wait for a lock" },
  );
}

async function terminateTwice(program: Program): Promise<{ ended: number | string; tookMs: number }> {
  const first = program.terminate();
  await delay(200);
  const begin = performance.now();
  program.signal("SIGTERM");
  const { ended } = await first;
  return { ended, tookMs: Math.round(performance.now() - begin) };
}

/** Opens the live stream of a board and reads it until the server ends it. */
function readToEnd(
  { cookie }: Person,
  apiUrl: string,
  boardId: string,
): { opened: Promise<Response>; ended: Promise<string> } {
  const input = JSON.stringify({ boards: [{ boardId, epoch: randomUUID(), since: 0 }] });
  const opened = fetch(`${apiUrl}/api/trpc/sync.stream?input=${encodeURIComponent(input)}`, {
    headers: { cookie, accept: "text/event-stream" },
  });
  const ended = opened
    .then(async (response) => {
      await response.text();
      return "cleanly";
    })
    .catch((error: unknown) => String(error));
  return { opened, ended };
}
