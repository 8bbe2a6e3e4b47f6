import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { createTask } from "@kanban/api/task/create-task";
import { moveTask } from "@kanban/api/task/move-task";
import type { MutationId, TaskId } from "@kanban/domain/ids";
import pg from "pg";
import { openBenchDatabase, openColumnIds } from "./bench-database.ts";
import { interleave, percentile } from "./interleave.ts";
import { report } from "./report.ts";
import { startRawConsumer } from "./raw-events.ts";
import { startRawPath } from "./raw-path.ts";
import { startService } from "./service.ts";
import { serviceEnvs } from "./service-env.ts";

/*
 * P4: from a change committed in kanban_api to its effect committed in kanban_worker, at 50 changes a second, through
 * the real processes (relay, dispatcher, projection, job). Two floors beside it, neither with a line of our code:
 *
 * - `floor`: the least that moving an event could be. Insert + NOTIFY, claim and commit in one database, by the very
 *   process that inserts: one hop, two commits.
 * - `same path`: what two databases with an owner each cost in any case. Insert + NOTIFY in one, a second process copies
 *   it to the other and marks it, a third claims and commits there: two hops, four commits, three processes.
 *
 * Then with every NOTIFY cut, where each of the two hops waits for a poll. Effects are stamped by PostgreSQL's clock,
 * commits by this process's: one machine, one clock.
 */

const perSecond = 50;
const windowMs = 4_000;
const boards = 10;
/** How often relay and dispatcher look by themselves (startWorkLoop). */
const pollMs = 1_000;

const bench = await openBenchDatabase(10);
const worker = new pg.Pool({ connectionString: bench.urls.workerDatabaseUrl, max: 2 });
worker.on("error", () => {});
let refused = 0;
const now = () => performance.timeOrigin + performance.now();

// `handled_at` is the transaction's begin by nature; here it is asked when the row is really written.
await worker.query(`
  CREATE FUNCTION stamp_handled() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN NEW.handled_at = clock_timestamp(); RETURN NEW; END $$;
  CREATE TRIGGER stamp_handled BEFORE UPDATE OF handled_at ON event_inbox FOR EACH ROW EXECUTE FUNCTION stamp_handled()`);

/** Runs `act` at a fixed rate, however long each takes; answers when each committed, by its id. */
async function atRate(act: (index: number) => Promise<string | null>): Promise<Map<string, number>> {
  const committed = new Map<string, number>();
  const running: Promise<void>[] = [];
  const begin = performance.now();
  for (let index = 0; index < (windowMs / 1_000) * perSecond; index++) {
    await delay(Math.max(0, begin + (index * 1_000) / perSecond - performance.now()));
    running.push(
      act(index).then(
        (id) => void (id && committed.set(id, now())),
        // A machine too busy to take 50 a second: what was refused has no latency.
        () => void refused++,
      ),
    );
  }
  await Promise.all(running);
  return committed;
}

async function latencies(
  committed: Map<string, number>,
  table: "event_inbox" | "raw_event" | "raw_arrived",
): Promise<number[]> {
  const ids = [...committed.keys()];
  const key = table === "event_inbox" ? "envelope->>'mutationId'" : "id::text";
  const query = `SELECT ${key} AS id, (extract(epoch FROM handled_at) * 1000)::float8 AS at FROM ${table}
    WHERE ${key} = ANY($1) AND handled_at IS NOT NULL`;
  const deadline = performance.now() + 10_000;
  for (;;) {
    const { rows } = await worker.query<{ id: string; at: number }>(query, [ids]);
    if (rows.length >= ids.length) return rows.map((row) => Math.max(0, row.at - committed.get(row.id)!));
    if (performance.now() > deadline) throw new Error(`${ids.length - rows.length} of ${ids.length} never arrived`);
    await delay(50);
  }
}

const lanes = await Promise.all(Array.from({ length: boards }, () => bench.newBoard(20)));
const tasks = new Map<string, TaskId[]>();
for (const { boardId } of lanes) {
  const { rows } = await bench.raw.query<{ id: TaskId }>("SELECT id FROM task WHERE board_id = $1", [boardId]);
  tasks.set(
    boardId,
    rows.map((row) => row.id),
  );
}

/** One change in five is a capture, which also sets an agent to work; the others move a task. */
async function product(): Promise<number[]> {
  const committed = await atRate(async (index) => {
    const lane = lanes[index % boards]!;
    const { boardId } = lane;
    const columns = openColumnIds(lane);
    const mutationId = randomUUID() as MutationId;
    if (Math.floor(index / boards) % 5 === 0) {
      const taskId = randomUUID() as TaskId;
      const input = { boardId, columnId: columns[0]!, taskId, title: "Water the plants", source: "web" as const };
      await createTask(bench.ctx, { ...input, mutationId });
    } else {
      const own = tasks.get(boardId)!;
      const taskId = own[index % own.length]!;
      const input = { boardId, taskId, toColumnId: columns[index % columns.length]!, mutationId };
      // Already there: nothing happened, so nothing arrives.
      if ((await moveTask(bench.ctx, input)).events.length === 0) return null;
    }
    return mutationId;
  });
  return latencies(committed, "event_inbox");
}

const env = serviceEnvs(bench.urls);
const stops: (() => Promise<void>)[] = [];
try {
  const api = await startService(["apps/api/src/main.ts"], env.api, "/readyz");
  stops.push(api.stop);
  const workerProcess = await startService(["apps/worker/src/main.ts"], env.worker, "/readyz");
  stops.push(workerProcess.stop);
  const floor = await startRawConsumer(bench.urls.workerDatabaseUrl);
  stops.push(floor.stop);
  const path = await startRawPath(bench.urls);
  stops.push(path.stop);
  const sides: Record<string, () => Promise<number[]>> = {
    floor: async () => latencies(await atRate(floor.append), "raw_event"),
    "same path": async () => latencies(await atRate(path.append), "raw_arrived"),
    product,
  };
  const none = async () => {};
  for (const against of ["floor", "same path"]) {
    for (const [name, share, atMost] of [
      ["p50", 0.5, 3],
      ["p99", 0.99, 5],
    ] as const) {
      const measure = async (side: { name: string }) => percentile(await sides[side.name]!(), share);
      const result = await interleave({ name: against, run: none }, { name: "product", run: none }, measure, 7);
      report(`event end to end ${name} / ${against}`, result, { unit: "ms", atMost });
    }
  }

  await bench.raw.query("ALTER TABLE event_log DISABLE TRIGGER event_log_notify");
  await worker.query("ALTER TABLE event_inbox DISABLE TRIGGER event_inbox_notify");
  const cut = await product();
  const latest = 2 * pollMs + 100;
  const isMissed = percentile(cut, 0.99) > latest;
  console.log(
    `${isMissed ? "MISSED" : "ok    "} event end to end without NOTIFY: p50 ${percentile(cut, 0.5).toFixed(0)} ms, ` +
      `p99 ${percentile(cut, 0.99).toFixed(0)} ms (goal ≤ two polls + 100 ms = ${latest} ms)`,
  );
  if (isMissed) process.exitCode = 1;
} finally {
  if (refused > 0) console.log(`${refused} changes were refused: this machine is too busy for 50 a second`);
  await Promise.all(stops.map((stop) => stop()));
  await worker.end();
  await bench.stop();
}
