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
import { startService } from "./service.ts";
import { serviceEnvs } from "./service-env.ts";

/*
 * P4: from a change committed in kanban_api to its effect committed in kanban_worker, at 50 changes a second, through
 * the real processes (relay, dispatcher, projection, job), against the least that could be: insert + NOTIFY, claim,
 * commit, in one database. Both sides' effects are stamped by PostgreSQL's clock, their commits by this process's: one
 * machine, one clock.
 */

const perSecond = 50;
const windowMs = 4_000;
const boards = 10;

const bench = await openBenchDatabase(10);
const worker = new pg.Pool({ connectionString: bench.urls.workerDatabaseUrl, max: 2 });
worker.on("error", () => {});
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
    running.push(act(index).then((id) => void (id && committed.set(id, now()))));
  }
  await Promise.all(running);
  return committed;
}

async function latencies(committed: Map<string, number>, table: "event_inbox" | "raw_event"): Promise<number[]> {
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
  const raw = await startRawConsumer(bench.urls.workerDatabaseUrl);
  stops.push(raw.stop);
  const rawSide = async () => latencies(await atRate(raw.append), "raw_event");
  for (const [name, share, atMost] of [
    ["p50", 0.5, 3],
    ["p99", 0.99, 5],
  ] as const) {
    const sides = { raw: rawSide, product };
    const measure = async (side: { name: string }) => percentile(await sides[side.name as keyof typeof sides](), share);
    const none = async () => {};
    const result = await interleave({ name: "raw", run: none }, { name: "product", run: none }, measure, 5);
    report(`event end to end ${name} / insert + NOTIFY + claim`, result, { unit: "ms", atMost });
  }
} finally {
  await Promise.all(stops.map((stop) => stop()));
  await worker.end();
  await bench.stop();
}
