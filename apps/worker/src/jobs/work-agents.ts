import { startWorkLoop } from "@kanban/messaging/work-loop";
import type { Pool } from "pg";
import type { Job, JobResult, PgBoss } from "pg-boss";
import type { AgentCost } from "../agents/agent.ts";
import type { JobRun } from "../metrics/register-worker-metrics.ts";
import { agentJobs, queueOfCost } from "./queues.ts";
import { type AgentDeps, type AgentFailure, type AgentJob, runAgents } from "./run-agents.ts";
import { failedJob } from "./settle-job.ts";
import { workQueue } from "./work-queue.ts";

/**
 * When the oldest cheap job has waited for so long, a page or a question to a model only makes it worse: reading either
 * is work of the same process. They go on when that is over.
 */
const backlogSeconds = 15;
const lookEveryMs = 3_000;

export type AgentWork = {
  /** Jobs that were delayed are due: look now, instead of at the next poll. */
  wake(cost: AgentCost): void;
  /** Takes no more of the costly jobs; the engine's own stop ends the rest. */
  stop(): Promise<void>;
};

/**
 * Lets this process take the jobs of its agents, each cost from its own queue, and those that cost others something
 * only while no backlog of cheap ones stands.
 */
export async function workAgents(
  boss: PgBoss,
  {
    onJobs = () => {},
    backlogAfterSeconds = backlogSeconds,
    everyMs = lookEveryMs,
    ...deps
  }: Omit<AgentDeps, "boss"> & {
    onJobs?: ((run: JobRun) => void) | undefined;
    backlogAfterSeconds?: number;
    everyMs?: number;
  },
): Promise<AgentWork> {
  const agentDeps = { ...deps, boss };
  const lanes = new Map<AgentCost, string[]>();
  const take = async (cost: AgentCost) => {
    const queue = queueOfCost[cost];
    const ids = await workQueue(boss, queue, (jobs) =>
      doJobs(agentDeps, jobs, (run) => onJobs({ queue: queue.name, ...run })),
    );
    lanes.set(cost, ids);
  };
  await take("cheap");
  // A queue without agents costs no poll.
  const costly = (["fetch", "model"] as const).filter((cost) => deps.agents.some((agent) => agent.cost === cost));
  let isPaused = true;
  const loop = startWorkLoop({
    everyMs: costly.length === 0 ? 3_600_000 : everyMs,
    step: async () => {
      if (costly.length === 0) return 0;
      const hasBacklog = (await oldestSeconds(deps.pool)) >= backlogAfterSeconds;
      if (hasBacklog === isPaused) return 0;
      for (const cost of costly) {
        if (hasBacklog) await boss.offWork(queueOfCost[cost].name, { wait: false });
        else await take(cost);
      }
      isPaused = hasBacklog;
      if (hasBacklog) deps.log.warn({ queues: costly }, "agents that cost others something wait for a backlog to end");
      return 0;
    },
    onError: (error) => deps.log.warn({ err: error, component: "agents" }, "whether there is a backlog is unknown"),
  });
  return {
    wake: (cost) => {
      for (const id of lanes.get(cost) ?? []) boss.notifyWorker(id);
    },
    stop: () => loop.stop(),
  };
}

/** How long the cheap job has waited that could be done and has waited longest. */
async function oldestSeconds(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ seconds: number | null }>({
    name: "oldest-cheap-job",
    text: `SELECT extract(epoch FROM now() - min(start_after))::float8 AS seconds FROM pgboss.job
           WHERE name = $1 AND state = 'created' AND NOT blocked AND start_after <= now()`,
    values: [agentJobs.name],
  });
  return rows[0]?.seconds ?? 0;
}

type Outcome = Omit<JobRun, "queue">;

/**
 * A fetched batch is done in one commit, without those whose agent failed; when the commit fails, each job by itself,
 * so that a poisoned one costs no other an attempt.
 */
async function doJobs(deps: AgentDeps, jobs: readonly Job[], onRun: (run: Outcome) => void): Promise<JobResult[]> {
  const [first, ...others] = jobs;
  if (!first) return [];
  const results = others.length === 0 ? null : await doTogether(deps, [first, ...others], onRun);
  if (results) return results;
  const single: JobResult[] = [];
  for (const job of jobs) single.push(await doAlone(deps, job, onRun));
  return single;
}

async function doTogether(
  deps: AgentDeps,
  jobs: readonly [AgentJob, ...AgentJob[]],
  onRun: (run: Outcome) => void,
): Promise<JobResult[] | null> {
  const took = stopwatch();
  let failures: AgentFailure[];
  try {
    failures = await runAgents(deps, jobs);
  } catch (error) {
    deps.log.debug({ err: error, jobs: jobs.length }, "batch failed: its jobs run one by one");
    return null;
  }
  const seconds = took();
  const failed = new Map(failures.map(({ job, error }) => [job, failedJob(job, deps.log, error)]));
  if (jobs.length > failed.size) onRun({ outcome: "completed", jobs: jobs.length - failed.size, seconds });
  for (const { status: outcome } of failed.values()) onRun({ outcome, jobs: 1, seconds });
  return jobs.map((job) => failed.get(job) ?? { id: job.id, status: "completed" });
}

async function doAlone(deps: AgentDeps, job: AgentJob, onRun: (run: Outcome) => void): Promise<JobResult> {
  const took = stopwatch();
  const error = await runAgents(deps, [job]).then(
    ([failure]) => failure?.error,
    (reason: unknown) => reason,
  );
  const result = error === undefined ? ({ id: job.id, status: "completed" } as const) : failedJob(job, deps.log, error);
  onRun({ outcome: result.status, jobs: 1, seconds: took() });
  return result;
}

function stopwatch(): () => number {
  const startedAt = performance.now();
  return () => (performance.now() - startedAt) / 1_000;
}
