import { createPool } from "@kanban/messaging/create-pool";
import type { Listener } from "@kanban/messaging/listen";
import { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { bossDatabase } from "./boss-database.ts";
import { declareQueues } from "./declare-queues.ts";

/** How long running jobs may take to end when the process stops; the rest is retried by heartbeat. */
const stopTimeoutMs = 7_000;

export type JobEngine = { boss: PgBoss; stop: () => Promise<void> };

/**
 * How often each process looks for jobs of workers that died. At worst such a job waits for its heartbeat (10 s), for a
 * round of another process just missed and the next (10 s), for its first retry (2 s) and a poll (2 s): under 30 s.
 * Where retries have grown long a crash is one more of them.
 */
const superviseSeconds = 5;

/**
 * Starts pg-boss in its own schema of the worker's database (several workers may start at once: one migrates) and
 * brings the queues to their settings. Jobs run only after somebody works them.
 */
export async function startJobEngine({
  url,
  listener,
  log,
}: {
  url: string;
  listener: Listener;
  log: Logger;
}): Promise<JobEngine> {
  const warn = (error: Error) => log.warn({ err: error, component: "jobs" }, "job engine");
  // Its maintenance may take longer than what we do ourselves.
  const pool = createPool(url, { name: "kanban-worker-jobs", max: 4, statementTimeoutMs: 30_000, onError: warn });
  const boss = new PgBoss({
    db: bossDatabase(pool, listener),
    useListenNotify: true,
    // No recurring jobs so far, so nobody needs to watch the clock.
    schedule: false,
    migrate: true,
    supervise: true,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    // Old jobs are deleted, and grown indexes rebuilt, once a day.
    maintenanceIntervalSeconds: 86_400,
    reindexIntervalSeconds: 86_400,
  });
  boss.on("error", warn);
  boss.on("warning", (warning) => log.warn({ warning, component: "jobs" }, "job engine"));
  const stop = async () => {
    try {
      await boss.stop({ graceful: true, timeout: stopTimeoutMs, close: true });
    } finally {
      await pool.end();
    }
  };
  try {
    await boss.start();
    await declareQueues(boss);
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
  return { boss, stop };
}
