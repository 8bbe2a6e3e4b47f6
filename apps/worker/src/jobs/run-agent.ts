import type { WorkerDb } from "@kanban/db-worker/client";
import { hintIdSchema } from "@kanban/domain/ids";
import type { Envelope } from "@kanban/events/envelope";
import { hintsProposed, type WorkerEventPayload } from "@kanban/events/worker-events";
import { describeError, PermanentError } from "@kanban/messaging/permanent-error";
import { fromPrisma, type Job, type PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { z } from "zod";
import { agents } from "../agents/agents.ts";
import type { Finding } from "../agents/agent.ts";
import { deterministicId } from "../deterministic-id.ts";
import { appendOutbox, findOpenTask, hasStandingProposal, recordRun } from "./agent-run.repository.ts";
import { hashText, type RunAgentJob, runAgentJobSchema } from "./run-agent-job.ts";

/** pg-boss answers more than its types say. */
const completionSchema = z.object({ affected: z.int() });

export type AgentDeps = { db: WorkerDb; boss: Pick<PgBoss, "complete">; log: Logger; now: () => Date };

/**
 * Runs one agent on the text it was woken for. The agent works outside any transaction; its result, the news of it and
 * the job's completion are then one commit, which only counts while this attempt still holds the job.
 * @throws PermanentError when trying again cannot help.
 */
export async function runAgent(deps: AgentDeps, job: Pick<Job, "id" | "name" | "data" | "retryCount">): Promise<void> {
  const { db, boss, now } = deps;
  const parsed = runAgentJobSchema.safeParse(job.data);
  if (!parsed.success) throw new PermanentError(`Not the data of a run-agents job: ${parsed.error.message}`);
  const data = parsed.data;
  const agent = agents.find(({ name }) => name === data.agent);
  if (!agent) throw new PermanentError(`There is no agent "${data.agent}"`);
  const log = deps.log.child({
    jobId: job.id,
    agent: agent.name,
    taskId: data.taskId,
    correlationId: data.cause.correlationId,
  });

  const startedAt = now();
  const task = await findOpenTask(db, data.taskId);
  // Newer text has woken a job of its own, with its own author and moment.
  if (!task || hashText(task) !== data.textHash) {
    log.debug("nothing to read: the task is closed or its text has changed");
    return;
  }
  let found: Finding[];
  try {
    found = agent.findHints({
      ...task,
      writtenAt: data.writtenAt,
      readAt: startedAt.toISOString(),
      timeZone: data.actor.timeZone,
    });
  } catch (error) {
    await recordRun(
      db,
      { ...data, id: job.id },
      { status: "failed", error: describeError(error), startedAt, finishedAt: now() },
    );
    throw error;
  }
  const finishedAt = now();
  await db.$transaction(async (tx) => {
    if (found.length > 0 || (await hasStandingProposal(tx, data)))
      await appendOutbox(tx, reportOf(job.id, data, found, finishedAt));
    await recordRun(tx, { ...data, id: job.id }, { status: "succeeded", hints: found.length, startedAt, finishedAt });
    const completion = await boss.complete(job.name, { id: job.id, retryCount: job.retryCount }, undefined, {
      db: fromPrisma(tx),
    });
    if (completionSchema.parse(completion).affected !== 1)
      throw new Error("The job is no longer this attempt's: its result does not count");
  });
  log.info({ hints: found.length, tookMs: finishedAt.getTime() - startedAt.getTime() }, "agent run");
}

/** The agent's whole proposal, said on behalf of whoever wrote the text. Every id follows from the job's. */
function reportOf(
  jobId: string,
  { agent, taskId, taskVersion, boardId, actor, cause }: RunAgentJob,
  found: Finding[],
  at: Date,
): Envelope {
  const id = deterministicId(jobId, hintsProposed.type);
  const payload: WorkerEventPayload<"hints.proposed"> = {
    taskId,
    taskVersion,
    agent,
    hints: found.map((finding, index) => ({
      hintId: hintIdSchema.parse(deterministicId(id, String(index))),
      ...finding,
    })),
  };
  return {
    id,
    type: hintsProposed.type,
    version: hintsProposed.version,
    boardId,
    boardSeq: null,
    actor: { ...actor, means: "hint" },
    mutationId: id,
    causationId: cause.eventId,
    correlationId: cause.correlationId,
    depth: cause.depth + 1,
    occurredAt: at.toISOString(),
    payload,
  };
}
