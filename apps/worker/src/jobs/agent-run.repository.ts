import type { WorkerDb } from "@kanban/db-worker/client";
import type { Moment } from "@kanban/domain/moment";
import type { Envelope } from "@kanban/events/envelope";
import type { Pool, PoolClient } from "pg";
import type { ChosenFields } from "../agents/learnt-agent.ts";
import type { TextOrigin } from "../projection/task-projection.repository.ts";

/** A task as an agent reads it. */
export type ReadableTask = {
  taskId: string;
  boardId: string;
  title: string;
  notes: string;
  dueAt: Moment | null;
  chosen: ChosenFields;
  text: TextOrigin;
};

/** Those of the tasks an agent may read: neither done nor off the board, and known. */
export async function findOpenTasks(pool: Pool, taskIds: readonly string[]): Promise<Map<string, ReadableTask>> {
  const { rows } = await pool.query<ReadableTask>({
    name: "find-open-tasks",
    text: `SELECT task_id AS "taskId", board_id AS "boardId", title, notes, due_at AS "dueAt",
             jsonb_build_object('tagIds', tag_ids, 'contextIds', context_ids, 'projectId', project_id,
               'estimateMinutes', estimate_minutes, 'capturedAt', to_char(coalesce(captured_at, text_written_at)
                 AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) AS chosen,
             jsonb_build_object('version', text_version, 'author', text_author, 'eventId', text_event_id,
               'correlationId', text_correlation_id, 'depth', text_depth, 'writtenAt',
               to_char(text_written_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) AS text
           FROM task_projection WHERE task_id = ANY($1::uuid[]) AND finished_at IS NULL AND gone_at IS NULL`,
    values: [taskIds],
  });
  return new Map(rows.map((row) => [row.taskId, row]));
}

/** What an agent found in one text. */
export type AgentRunRow = {
  jobId: string;
  agent: string;
  taskId: string;
  boardId: string;
  textVersion: number;
  textEventId: string;
  hints: number;
  /** What the agent took, from what woke it to now, and what it cost a language model. */
  tookMs: number;
  latencyMs: number | null;
  tokens: number;
};

/** The event a task's text came with, when the agent has not read that text; else `null`. */
export async function findUnreadText(
  tx: PoolClient,
  { taskId, agent }: Pick<AgentRunRow, "taskId" | "agent">,
): Promise<string | null> {
  const { rows } = await tx.query<{ textEventId: string }>({
    name: "find-unread-text",
    text: `SELECT text_event_id AS "textEventId" FROM task_projection AS p
           WHERE task_id = $1 AND NOT EXISTS (SELECT FROM agent_run AS run
             WHERE run.agent = $2 AND run.task_id = p.task_id AND run.text_event_id = p.text_event_id
               AND run.status <> 'outdated')`,
    values: [taskId, agent],
  });
  return rows[0]?.textEventId ?? null;
}

/** The tasks whose latest successful run of that agent proposed something: an empty result has to withdraw it. */
export async function findStandingProposals(tx: PoolClient, runs: readonly AgentRunRow[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ key: string }>({
    name: "find-standing-proposals",
    text: `SELECT asked.agent || ' ' || asked.task_id AS key
           FROM unnest($1::text[], $2::uuid[]) AS asked (agent, task_id),
             LATERAL (SELECT hints FROM agent_run AS run
                      WHERE run.agent = asked.agent AND run.task_id = asked.task_id
                        AND run.status IN ('succeeded', 'outdated')
                      ORDER BY run.finished_at DESC, run.text_version DESC LIMIT 1) AS latest
           WHERE latest.hints > 0`,
    values: [runs.map(({ agent }) => agent), runs.map(({ taskId }) => taskId)],
  });
  return new Set(rows.map(({ key }) => key));
}

/** Keeps what runs came to; a later try on the same text takes the place of an earlier one. */
export async function recordSuccesses(
  tx: PoolClient,
  runs: readonly AgentRunRow[],
  { startedAt, finishedAt }: { startedAt: Date; finishedAt: Date },
): Promise<void> {
  await tx.query({
    name: "record-successes",
    text: `INSERT INTO agent_run (id, agent, task_id, board_id, text_version, text_event_id, status, hints,
             took_ms, latency_ms, tokens, started_at, finished_at)
           SELECT r."jobId", r.agent, r."taskId", r."boardId", r."textVersion", r."textEventId", 'succeeded', r.hints,
             r."tookMs", r."latencyMs", r.tokens, $2, $3
           FROM jsonb_to_recordset($1::jsonb) AS r ("jobId" uuid, agent text, "taskId" uuid, "boardId" uuid,
             "textVersion" int, "textEventId" uuid, hints int, "tookMs" int, "latencyMs" int, tokens int)
           ON CONFLICT (agent, task_id, text_event_id) DO UPDATE SET status = 'succeeded', error = NULL,
             hints = EXCLUDED.hints, took_ms = EXCLUDED.took_ms, latency_ms = EXCLUDED.latency_ms,
             tokens = agent_run.tokens + EXCLUDED.tokens, started_at = EXCLUDED.started_at, finished_at = EXCLUDED.finished_at`,
    values: [JSON.stringify(runs), startedAt, finishedAt],
  });
}

/**
 * Keeps that an agent failed on a text, for whoever asks why there is no hint: for good (`failed`, which also says that
 * nobody is to make the job again), or so far (`failing`). One that is to look again goes on being that, with what it
 * found before: by that the next try knows that there is something to withdraw.
 */
export async function recordFailure(
  db: WorkerDb,
  { jobId, hints, tookMs, latencyMs, tokens, ...run }: AgentRunRow,
  outcome: { status: "failing" | "failed"; error: string; startedAt: Date; finishedAt: Date },
): Promise<void> {
  const { agent, taskId, textEventId } = run;
  const result = { hints, tookMs, latencyMs, tokens, ...outcome };
  if (outcome.status === "failing") {
    const again = { agent, taskId, textEventId, status: "outdated" };
    const { count } = await db.agentRun.updateMany({ where: again, data: { error: outcome.error } });
    if (count > 0) return;
  }
  await db.agentRun.upsert({
    where: { agent_taskId_textEventId: { agent, taskId, textEventId } },
    create: { id: jobId, ...run, ...result },
    update: result,
  });
}

/** Tells the API, under each event's own id: told twice, it is there once. */
export async function appendOutbox(tx: Pool | PoolClient, envelopes: readonly Envelope[]): Promise<void> {
  await tx.query({
    name: "append-outbox",
    text: `INSERT INTO event_outbox (id, type, version, envelope)
           SELECT (e.envelope ->> 'id')::uuid, e.envelope ->> 'type', (e.envelope ->> 'version')::int, e.envelope
           FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS e (envelope, place) ORDER BY place
           ON CONFLICT DO NOTHING`,
    values: [JSON.stringify(envelopes)],
  });
}
