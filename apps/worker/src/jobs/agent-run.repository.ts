import type { Prisma, WorkerDb, WorkerTx } from "@kanban/db-worker/client";
import type { Moment } from "@kanban/domain/moment";
import type { Envelope } from "@kanban/events/envelope";
import type { RunAgentJob } from "./run-agent-job.ts";

/** The task an agent is to read; `null` when it is done, off the board or not known. */
export async function findOpenTask(
  db: WorkerDb,
  taskId: string,
): Promise<{ title: string; notes: string; dueAt: Moment | null } | null> {
  return db.taskProjection.findFirst({
    where: { taskId, finishedAt: null, goneAt: null },
    select: { title: true, notes: true, dueAt: true },
  });
}

/** Whether the agent's last successful run on this task proposed something that an empty result has to withdraw. */
export async function hasStandingProposal(tx: WorkerTx, { agent, taskId }: RunAgentJob): Promise<boolean> {
  const last = await tx.agentRun.findFirst({
    where: { agent, taskId, status: "succeeded" },
    orderBy: { taskVersion: "desc" },
    select: { hints: true },
  });
  return (last?.hints ?? 0) > 0;
}

export type RunOutcome = { status: "succeeded"; hints: number } | { status: "failed"; error: string };

/** Keeps what a run came to; a later try on the same version of the text takes the place of an earlier one. */
export async function recordRun(
  tx: WorkerTx | WorkerDb,
  job: RunAgentJob & { id: string },
  { startedAt, finishedAt, ...outcome }: RunOutcome & { startedAt: Date; finishedAt: Date },
): Promise<void> {
  const { agent, taskId, boardId, taskVersion } = job;
  const result = { error: null, hints: 0, ...outcome, startedAt, finishedAt };
  await tx.agentRun.upsert({
    where: { agent_taskId_taskVersion: { agent, taskId, taskVersion } },
    create: { id: job.id, agent, taskId, boardId, taskVersion, causationId: job.cause.eventId, ...result },
    update: result,
  });
}

/** Tells the API, under the event's own id: told twice, it is there once. */
export async function appendOutbox(tx: WorkerTx, envelope: Envelope): Promise<void> {
  const { id, type, version } = envelope;
  await tx.eventOutbox.createMany({
    data: [{ id, type, version, envelope: envelope as Prisma.InputJsonObject }],
    skipDuplicates: true,
  });
}
