import type { WorkerDb } from "@kanban/db-worker/client";
import { allHints, isWanted } from "@kanban/domain/hint/fold-hints";
import type { HintSwitches } from "@kanban/domain/hint/hint-switches";
import type { ReadingState } from "@kanban/events/reading-events";
import { inTransaction } from "@kanban/messaging/in-transaction";
import { describeError, PermanentError } from "@kanban/messaging/permanent-error";
import type { Pool } from "pg";
import type { Job, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { z } from "zod";
import type { Agent, Finding } from "../agents/agent.ts";
import type { RecallBoard } from "../learning/board-memories.ts";
import { type Answers, calibrate } from "../learning/calibrate.ts";
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
import { type HintsReport, reportOf } from "./hints-report.ts";
import { readingReportOf } from "./reading-report.ts";
import {
  labelOfValue,
  type NewProposal,
  readAnswers,
  readHintSwitches,
  recordProposals,
} from "./proposal.repository.ts";
import { queueOfCost } from "./queues.ts";
import { type RunAgentJob, runAgentJobSchema } from "./run-agent-job.ts";

/** pg-boss answers more than its types say. */
const completionSchema = z.object({ affected: z.int() });

/** A worker that was off for longer than 24 days is as slow as that: the column has 32 bits. */
const longestMs = 2 ** 31 - 1;

export type AgentDeps = {
  /** Those whose jobs are to be done. */
  agents: readonly Agent[];
  pool: Pool;
  /** What the agents learn from. */
  recallBoard: RecallBoard;
  db: WorkerDb;
  boss: Pick<PgBoss, "complete">;
  log: Logger;
  now: () => Date;
};
/** The signal is the engine's: aborted when the job has taken too long, or the process ends. */
export type AgentJob = Pick<Job, "id" | "name" | "data" | "retryCount"> & Partial<Pick<Job, "signal">>;

/** A job whose agent threw; a PermanentError when trying again cannot help. */
export type AgentFailure = { job: AgentJob; error: unknown };

/** `attempt` when it was told that the reading began, else null. */
type Read = { run: AgentRunRow; task: ReadableTask; findings: Finding[]; attempt: number | null };

type Order = { job: AgentJob; order: RunAgentJob; agent: Agent };

/** What is known of the boards of a batch: which hints they want, and what was answered to earlier ones. */
type BoardFacts = { switches: Map<string, HintSwitches>; answers: Map<string, Answers> };

/**
 * Runs agents on the texts they were woken for, all jobs of one queue. The agents work outside any transaction; their
 * results, the news of them and the jobs' completion are then one commit, which only counts while these attempts still
 * hold their jobs. A batch costs the database what one job does. An agent that throws fails its own job, which is
 * answered, and no other. Jobs that come to nothing are for the engine to complete.
 * @throws when the results cannot be committed: then nothing of the batch is done.
 */
export async function runAgents(deps: AgentDeps, jobs: readonly [AgentJob, ...AgentJob[]]): Promise<AgentFailure[]> {
  const { pool, now } = deps;
  const startedAt = now();
  const failures: AgentFailure[] = [];
  const orders: Order[] = [];
  for (const job of jobs) {
    try {
      orders.push({ job, ...readOrder(deps.agents, job) });
    } catch (error) {
      failures.push({ job, error });
    }
  }
  const tasks = await findOpenTasks(
    pool,
    orders.map(({ order }) => order.taskId),
  );
  const boardIds = [...new Set([...tasks.values()].map(({ boardId }) => boardId))];
  const [switches, answers] = await Promise.all([readHintSwitches(pool, boardIds), readAnswers(pool, boardIds)]);
  const found: Read[] = [];
  const begun = new Set<string>();
  for (const { job, order, agent } of orders) {
    const task = tasks.get(order.taskId);
    // Newer text has woken a job of its own, with its own author and moment.
    if (task?.text.eventId !== order.textEventId) continue;
    // Woken twice, it finds the same twice.
    const reading = `${agent.name} ${order.taskId}`;
    if (begun.has(reading)) continue;
    begun.add(reading);
    try {
      found.push(await readText({ job, order, agent, task, startedAt, facts: { switches, answers } }, deps));
    } catch (error) {
      failures.push({ job, error });
    }
  }
  // Nothing to commit with the jobs' completion, so that is left to the engine.
  if (found.length === 0) return failures;
  const done = jobs.filter((job) => !failures.some((failure) => failure.job === job));
  await commitRuns(deps, { jobs: done, found, answers, startedAt });
  return failures;
}

/** @throws what the agent throws, after it has been written down. */
async function readText(
  { job, order, agent, task, startedAt, facts }: Order & { task: ReadableTask; startedAt: Date; facts: BoardFacts },
  { pool, db, now, recallBoard }: AgentDeps,
): Promise<Read> {
  const { taskId, boardId, text } = task;
  const run: AgentRunRow = {
    jobId: job.id,
    agent: agent.name,
    taskId,
    boardId,
    textVersion: text.version,
    textEventId: text.eventId,
    ...{ hints: 0, tookMs: 0, latencyMs: null, tokens: 0 },
  };
  const began = performance.now();
  const { expireInSeconds, retryLimit } = queueOfCost[agent.cost].settings;
  const attempt = job.retryCount;
  let isTold = false;
  const tell = (state: ReadingState) => appendOutbox(pool, [readingReportOf(run, text, { attempt, state }, now())]);
  try {
    const { author, writtenAt } = text;
    const input = { ...task, writtenAt, readAt: startedAt.toISOString(), timeZone: author.timeZone };
    const switches = facts.switches.get(boardId) ?? allHints;
    const isAsked = agent.kinds.some((kind) => isWanted(switches, kind));
    isTold = isAsked && (agent.takesLong?.(input) ?? false);
    if (isTold) await tell("reading");
    const memory = agent.isLearnt && isAsked ? await recallBoard(boardId) : null;
    const context = {
      ...{ taskId, boardId },
      signal: job.signal ?? AbortSignal.timeout(expireInSeconds * 1_000),
      countTokens: (tokens: number) => (run.tokens += tokens),
      ...(memory && { learnt: { taskId, chosen: task.chosen, memory } }),
    };
    const all = isAsked ? await agent.findHints(input, context) : [];
    const findings = all.filter(({ value }) => isWanted(switches, value.kind));
    run.tookMs = Math.round(performance.now() - began);
    const wokenAt = order.wokenAt === undefined ? null : Date.parse(order.wokenAt);
    if (wokenAt !== null) run.latencyMs = Math.min(longestMs, Math.max(0, now().getTime() - wokenAt));
    return { run: { ...run, hints: findings.length }, task, findings, attempt: isTold ? attempt : null };
  } catch (error) {
    run.tookMs = Math.round(performance.now() - began);
    const isLast = job.retryCount >= retryLimit || error instanceof PermanentError;
    const outcome = { status: isLast ? "failed" : "failing", error: describeError(error) } as const;
    await recordFailure(db, run, { ...outcome, startedAt, finishedAt: now() });
    if (isTold) await tell(isLast ? "ended" : "delayed");
    throw error;
  }
}

async function commitRuns(
  { pool, boss, now, log }: AgentDeps,
  {
    jobs,
    found,
    answers,
    startedAt,
  }: { jobs: readonly AgentJob[]; found: readonly Read[]; answers: BoardFacts["answers"]; startedAt: Date },
): Promise<void> {
  const finishedAt = now();
  await inTransaction(pool, async (tx) => {
    const runs = found.map(({ run }) => run);
    const isSilent = found.some(({ findings }) => findings.length === 0);
    const standing = isSilent ? await findStandingProposals(tx, runs) : new Set<string>();
    const told = found.filter(({ run, findings }) => findings.length > 0 || standing.has(`${run.agent} ${run.taskId}`));
    if (told.length > 0) {
      const reports = told.map(({ run, task, findings }) =>
        reportOf(
          run,
          task.text,
          findings.map((finding) => asAnswered(run, finding, answers)),
          finishedAt,
        ),
      );
      await appendOutbox(tx, reports);
      await recordProposals(
        tx,
        told.flatMap(({ run, findings }, index) => proposalsOf(run, findings, reports[index])),
      );
    }
    const ended = found.flatMap(({ run, task, attempt }) =>
      attempt === null ? [] : [readingReportOf(run, task.text, { attempt, state: "ended" }, finishedAt)],
    );
    if (ended.length > 0) await appendOutbox(tx, ended);
    await recordSuccesses(tx, runs, { startedAt, finishedAt });
    const attempts = jobs.map(({ id, retryCount }) => ({ id, retryCount }));
    const completion = await boss.complete(jobs[0]!.name, attempts, undefined, { db: bossInTransaction(tx) });
    if (completionSchema.parse(completion).affected !== jobs.length)
      throw new Error("A job is no longer this attempt's: the result does not count");
  });
  log.info({ jobs: jobs.length, runs: found.length, tookMs: finishedAt.getTime() - startedAt.getTime() }, "agents ran");
}

function readOrder(agents: readonly Agent[], job: AgentJob): { order: RunAgentJob; agent: Agent } {
  const parsed = runAgentJobSchema.safeParse(job.data);
  if (!parsed.success) throw new PermanentError(`Not the data of an agent's job: ${parsed.error.message}`);
  const agent = agents.find(({ name }) => name === parsed.data.agent);
  if (!agent) throw new PermanentError(`There is no agent "${parsed.data.agent}"`);
  return { order: parsed.data, agent };
}

/** As sure as such hints were right before. */
function asAnswered({ boardId }: AgentRunRow, finding: Finding, answers: BoardFacts["answers"]): Finding {
  const ofKind = answers.get(`${boardId} ${finding.value.kind}`);
  if (!ofKind) return finding;
  return { ...finding, confidence: Math.round(calibrate(finding.confidence, ofKind) * 100) / 100 };
}

function proposalsOf(
  { agent, boardId, taskId }: AgentRunRow,
  findings: readonly Finding[],
  report: HintsReport | undefined,
): NewProposal[] {
  return findings.flatMap(({ value, evidence, confidence }, index) => {
    const hintId = report?.payload.hints[index]?.hintId;
    if (!hintId) return [];
    const evidenceTaskIds = "from" in evidence && evidence.from === "tasks" ? evidence.taskIds : [];
    const { kind } = value;
    return [{ ...{ hintId, boardId, taskId, agent, kind, confidence }, labelId: labelOfValue(value), evidenceTaskIds }];
  });
}
