import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { openBenchDatabase } from "./bench-database.ts";
import { interleave } from "./interleave.ts";
import { report } from "./report.ts";
import { startService } from "./service.ts";
import { serviceEnvs } from "./service-env.ts";

/*
 * P5: how fast the worker's process empties its queue, against a process with nothing but pg-boss (raw-boss.ts): the
 * same database, batches, concurrency and polling. The jobs of both come to nothing: the worker reads its task's
 * projection and finds that the text is no longer the one the job is for.
 *
 * The second figure is the worker's real work, recorded for the reader: an agent reads a text, its run is stored.
 */

const jobs = 1_000;
const bench = await openBenchDatabase(4);
const pool = new pg.Pool({ connectionString: bench.urls.workerDatabaseUrl, max: 2 });
pool.on("error", () => {});
const env = serviceEnvs(bench.urls);
const worker = await startService(["apps/worker/src/main.ts"], env.worker, "/readyz");
const raw = fork(fileURLToPath(new URL("raw-boss.ts", import.meta.url)), [bench.urls.workerDatabaseUrl]);
await once(raw, "message");
const sender = new PgBoss({
  connectionString: bench.urls.workerDatabaseUrl,
  supervise: false,
  schedule: false,
  max: 1,
});
sender.on("error", () => {});
await sender.start();

/** Jobs per second from the moment they are there to the commit of the last one's completion. */
async function drain(queue: string, data: () => object): Promise<number> {
  const begin = performance.now();
  await sender.insert(
    queue,
    Array.from({ length: jobs }, () => ({ id: randomUUID(), data: data() })),
  );
  for (;;) {
    // On the index of live jobs, ten times a second: next to nothing.
    const { rowCount } = await pool.query("SELECT FROM pgboss.job WHERE name = $1 AND state < 'completed' LIMIT 1", [
      queue,
    ]);
    if (rowCount === 0) break;
    await delay(20);
  }
  const took = performance.now() - begin;
  await pool.query("DELETE FROM pgboss.job WHERE name = $1", [queue]);
  return (jobs * 1_000) / took;
}

const agentJob = () => ({ agent: "dates", taskId: randomUUID(), textEventId: randomUUID() });

/** Jobs for tasks that are there, with a text without a date. */
async function readTexts(): Promise<number> {
  await pool.query("TRUNCATE task_projection, agent_run");
  const { rows } = await pool.query<{ taskId: string; textEventId: string }>(
    `INSERT INTO task_projection (task_id, board_id, board_seq, version, kind, title, notes, text_version, text_author,
       text_written_at, text_event_id, text_correlation_id, text_depth)
     SELECT gen_random_uuid(), gen_random_uuid(), n, 1, 'inbox', 'Water the plants in the hall', '', 1,
       '{"userId":"018f0000-0000-7000-8000-00000000000d","means":"hand","timeZone":"UTC"}', now(), gen_random_uuid(),
       gen_random_uuid(), 0 FROM generate_series(1, $1) AS n
     RETURNING task_id AS "taskId", text_event_id AS "textEventId"`,
    [jobs],
  );
  let next = 0;
  return drain("run-agents", () => ({ agent: "dates", ...rows[next++] }));
}

try {
  const none = async () => {};
  const bare = { name: "bare", run: none };
  const sides: Record<string, () => Promise<number>> = {
    bare: () => drain("raw-jobs", agentJob),
    worker: () => drain("run-agents", agentJob),
    reading: readTexts,
  };
  const measure = ({ name }: { name: string }) => sides[name]!();
  const noop = await interleave(bare, { name: "worker", run: none }, measure, 7);
  report("worker, jobs that come to nothing / bare pg-boss", noop, { unit: "jobs/s", atLeast: 0.8 });
  const reading = await interleave(bare, { name: "reading", run: none }, measure, 5);
  report("worker, agents that read a text / bare pg-boss", reading, { unit: "jobs/s", atLeast: 0 });
} finally {
  await sender.stop({ graceful: false });
  raw.kill("SIGTERM");
  await worker.stop();
  await pool.end();
  await bench.stop();
}
