import type { WorkerDb } from "@kanban/db-worker/client";
import type { Envelope } from "@kanban/events/envelope";
import { inTransaction } from "@kanban/messaging/in-transaction";
import { describeError, PermanentError } from "@kanban/messaging/permanent-error";
import type { Pool } from "pg";
import type { Job, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { z } from "zod";
import type { Finding } from "../agents/agent.ts";
import { agents } from "../agents/agents.ts";
import {
  type AgentRunRow,
  appendOutbox,
  findOpenTasks,
  findStandingProposals,
  type ReadableTask,
  recordFailure,
  recordSuccesses,
} from "./agent-run.repository.ts";
import { bossInTransaction } from "./boss-in-transaction.ts";
import { reportOf } from "./hints-report.ts";
import { agentJobs } from "./queues.ts";
import { runAgentJobSchema } from "./run-agent-job.ts";

/** pg-boss answers more than its types say. */
const completionSchema = z.object({ affected: z.int() });

export type AgentDeps = {
  pool: Pool;
  db: WorkerDb;
  boss: Pick<PgBoss, "complete">;
  log: Logger;
  now: () => Date;
};
export type AgentJob = Pick<Job, "id" | "name" | "data" | "retryCount">;

/**
 * Runs agents on the texts they were woken for, all jobs of one queue. The agents work outside any transaction; their
 * results, the news of them and the jobs' completion are then one commit, which only counts while these attempts still
 * hold their jobs. A batch costs the database what one job does. Jobs that come to nothing are for the engine to complete.
 * @throws PermanentError when trying again cannot help; nothing of the batch is done then, nor after any other error.
 */
export async function runAgents(deps: AgentDeps, jobs: readonly [AgentJob, ...AgentJob[]]): Promise<void> {
  const { pool, boss, now } = deps;
  const startedAt = now();
  const orders = jobs.map((job) => ({ job, ...readOrder(job) }));
  const tasks = await findOpenTasks(
    pool,
    orders.map(({ taskId }) => taskId),
  );
  const found: { run: AgentRunRow; task: ReadableTask; findings: Finding[] }[] = [];
  for (const { job, agent, taskId, textEventId } of orders) {
    const task = tasks.get(taskId);
    // Newer text has woken a job of its own, with its own author and moment.
    if (task?.text.eventId !== textEventId) continue;
    const { boardId, text } = task;
    const base = { jobId: job.id, agent: agent.name, taskId, boardId, textVersion: text.version, textEventId };
    try {
      const { author, writtenAt } = text;
      const findings = agent.findHints({
        ...task,
        writtenAt,
        readAt: startedAt.toISOString(),
        timeZone: author.timeZone,
      });
      found.push({ run: { ...base, hints: findings.length }, task, findings });
    } catch (error) {
      await recordFailure(
        deps.db,
        { ...base, hints: 0 },
        {
          status: job.retryCount < agentJobs.settings.retryLimit ? "failing" : "failed",
          error: describeError(error),
          startedAt,
          finishedAt: now(),
        },
      );
      throw error;
    }
  }
  // Nothing to commit with the jobs' completion, so that is left to the engine.
  if (found.length === 0) return;
  const finishedAt = now();
  await inTransaction(pool, async (tx) => {
    const runs = found.map(({ run }) => run);
    const isSilent = found.some(({ findings }) => findings.length === 0);
    const standing = isSilent ? await findStandingProposals(tx, runs) : new Set<string>();
    const reports: Envelope[] = found
      .filter(({ run, findings }) => findings.length > 0 || standing.has(`${run.agent} ${run.taskId}`))
      .map(({ run, task, findings }) => reportOf(run, task.text, findings, finishedAt));
    if (reports.length > 0) await appendOutbox(tx, reports);
    await recordSuccesses(tx, runs, { startedAt, finishedAt });
    const attempts = jobs.map(({ id, retryCount }) => ({ id, retryCount }));
    const completion = await boss.complete(jobs[0].name, attempts, undefined, { db: bossInTransaction(tx) });
    if (completionSchema.parse(completion).affected !== jobs.length)
      throw new Error("A job is no longer this attempt's: the result does not count");
  });
  deps.log.info(
    { jobs: jobs.length, runs: found.length, tookMs: finishedAt.getTime() - startedAt.getTime() },
    "agents ran",
  );
}

function readOrder(job: AgentJob) {
  const parsed = runAgentJobSchema.safeParse(job.data);
  if (!parsed.success) throw new PermanentError(`Not the data of a run-agents job: ${parsed.error.message}`);
  const agent = agents.find(({ name }) => name === parsed.data.agent);
  if (!agent) throw new PermanentError(`There is no agent "${parsed.data.agent}"`);
  return { ...parsed.data, agent };
}
