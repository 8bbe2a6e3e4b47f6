import { describeError, PermanentError } from "@kanban/messaging/permanent-error";
import { type Job, type JobResult, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { queues, runAgents } from "./queues.ts";
import { type AgentDeps, runAgent } from "./run-agent.ts";

/** How long running jobs may take to end when the process stops; the rest is retried by heartbeat. */
const stopTimeoutMs = 7_000;

export type JobEngine = { boss: PgBoss; stop: () => Promise<void> };

/**
 * Starts pg-boss in its own schema of the worker's database (several workers may start at once: one migrates) and
 * brings the queues to their settings. Jobs run only after `workJobs`.
 */
export async function startJobEngine({ url, log }: { url: string; log: Logger }): Promise<JobEngine> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: "kanban-worker-jobs",
    max: 4,
    options: "-c statement_timeout=30000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=10000",
    useListenNotify: true,
    // No recurring jobs so far, so nobody needs to watch the clock.
    schedule: false,
    // Jobs of a worker that died are found within heartbeat + these: under 30 s.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  boss.on("error", (error) => log.warn({ err: error, component: "jobs" }, "job engine"));
  boss.on("warning", (warning) => log.warn({ warning, component: "jobs" }, "job engine"));
  const stop = () => boss.stop({ graceful: true, timeout: stopTimeoutMs, close: true });
  try {
    await boss.start();
    for (const { name, settings } of queues) {
      await boss.createQueue(name, settings);
      // Creating a queue that is there changes nothing about it.
      await boss.updateQueue(name, settings);
    }
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
  return { boss, stop };
}

/** Lets this process take jobs. Every job of a batch is settled by itself. */
export async function workJobs(boss: PgBoss, deps: Omit<AgentDeps, "boss">): Promise<void> {
  await boss.work(runAgents.name, { ...runAgents.work, perJobResults: true }, async (jobs: Job[]) => {
    const results: JobResult[] = [];
    for (const job of jobs) results.push(await settle(job, () => runAgent({ ...deps, boss }, job), deps.log));
    return results;
  });
}

/** Says of a job whether it is done, to be tried again, or beyond help. */
async function settle(job: Job, run: () => Promise<void>, log: Logger): Promise<JobResult> {
  try {
    await run();
    return { id: job.id, status: "completed" };
  } catch (error) {
    const isPermanent = error instanceof PermanentError;
    log[isPermanent ? "error" : "warn"]({ err: error, jobId: job.id, queue: job.name }, "job failed");
    return { id: job.id, status: isPermanent ? "deadletter" : "failed", output: { error: describeError(error) } };
  }
}
