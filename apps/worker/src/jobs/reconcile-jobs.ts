import type { PoolClient } from "pg";
import type { AgentOrder, AgentOrders } from "./agent-orders.ts";
import { queueOfCost } from "./queues.ts";
import { type RunAgentJob, runAgentJobId } from "./run-agent-job.ts";

/**
 * How old a text may be that an agent is still sent to when the agent fetches or asks a model: beyond that a new one
 * would begin with thousands of pages and questions about what nobody works on any more.
 */
const costlyTextDays = 7;
const costlyAgents = (agents: AgentOrders["agents"]) =>
  agents.filter(({ cost }) => cost !== "cheap").map(({ name }) => name);
const queueNames = Object.values(queueOfCost).map(({ name }) => name);

/** Tasks looked at in one transaction: some 20 ms of work, and no more jobs made at a time than a queue takes easily. */
const pageTasks = 1_000;

/** One page of open tasks, by task id. */
export type ReconcilePage = {
  /** Of one board only. */
  boardId?: string | null;
  /** Where the page before ended. */
  after?: string | null;
  /** Only tasks that have been as they are for so long; of any age when left out. */
  olderThanSeconds?: number | null;
  limit?: number;
};

/** How many jobs were made; `last` is where the next page begins, null after the last one. */
export type Reconciled = { made: number; last: string | null };

/** `outdated` says when the run ended whose result no longer holds. */
type UnreadTask = {
  taskId: string;
  textEventId: string;
  userId: string;
  unread: { agent: string; outdated: string | null }[];
};

/**
 * Makes the jobs that should be there and are not: open tasks whose text an agent has neither read nor has a job for,
 * because the queue lost it or nobody woke the agent. The inbox and what was built from it are the truth; the queue is
 * not. A job that waits, runs or failed is left alone, and so is one that failed for good: as long as its dead letter
 * is there, also set aside, and for ever when the agent itself gave up. One that is done without a run met another text,
 * or a finished task; when the text is this one again after all, as after a restore of the API, it is made anew.
 *
 * A job's id follows from its text, so the primary keys of both tables find what is there. That of a text to be read
 * anew follows from the outdated run as well: under the first id its report would be taken for the first one.
 */
export async function reconcileJobs(
  tx: PoolClient,
  agentOrders: AgentOrders,
  { boardId = null, after = null, olderThanSeconds = null, limit = pageTasks }: ReconcilePage = {},
): Promise<Reconciled> {
  const { rows } = await tx.query<UnreadTask>({
    name: boardId === null ? "find-unread-tasks" : "find-unread-tasks-of-board",
    text: `SELECT page.task_id AS "taskId", page.text_event_id AS "textEventId", page.user_id AS "userId", ARRAY(
             SELECT jsonb_build_object('agent', agent.agent,
                 'outdated', CASE run.status WHEN 'outdated' THEN extract(epoch FROM run.finished_at)::text END)
               FROM unnest($1::text[]) AS agent LEFT JOIN agent_run AS run ON run.agent = agent.agent
                 AND run.task_id = page.task_id AND run.text_event_id = page.text_event_id
               WHERE page.is_due AND (page.is_recent OR agent.agent <> ALL($5::text[]))
                 AND (run.status IS NULL OR run.status IN ('failing', 'outdated'))) AS unread
           FROM (SELECT task_id, text_event_id, coalesce(text_author ->> 'userId', '') AS user_id,
                   text_written_at > now() - $6::int * interval '1 day' AS is_recent,
                   finished_at IS NULL AND gone_at IS NULL
                     AND ($3::float8 IS NULL OR updated_at <= now() - $3::float8 * interval '1 second') AS is_due
                 FROM task_projection
                 WHERE task_id > coalesce($2::uuid, '00000000-0000-0000-0000-000000000000')
                   ${boardId === null ? "" : "AND board_id = $7"}
                 ORDER BY task_id LIMIT $4) AS page`,
    values: [
      agentOrders.agents.map(({ name }) => name),
      after,
      olderThanSeconds,
      limit,
      costlyAgents(agentOrders.agents),
      costlyTextDays,
      ...(boardId === null ? [] : [boardId]),
    ],
  });
  const wanted = rows.flatMap(({ taskId, textEventId, userId, unread }) =>
    unread.map(({ agent, outdated }): AgentOrder => {
      const data = { agent, taskId, textEventId } as RunAgentJob;
      return { id: runAgentJobId(data, outdated), data, userId };
    }),
  );
  const known = await findKnownJobs(
    tx,
    wanted.map(({ id }) => id),
  );
  const missing = wanted.filter(({ id }) => !known.has(id));
  await forgetDone(
    tx,
    missing.map(({ id }) => id),
  );
  await agentOrders.place(tx, missing);
  return { made: missing.length, last: rows.length < limit ? null : rows[rows.length - 1]!.taskId };
}

/** Those of the jobs that are in the queue and not done, or from which a dead letter came. */
async function findKnownJobs(tx: PoolClient, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await tx.query<{ id: string }>({
    name: "find-known-jobs",
    // A dead letter, and what it became when it was put back, remember the job they began as.
    text: `SELECT id FROM pgboss.job WHERE name = ANY($1) AND id = ANY($2::uuid[]) AND state <> 'completed'
           UNION SELECT source_root_id FROM pgboss.job WHERE source_root_id = ANY($2::uuid[])`,
    values: [queueNames, ids],
  });
  return new Set(rows.map(({ id }) => id));
}

/** An id serves once: what came to nothing makes room for its like. */
async function forgetDone(tx: PoolClient, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query({
    name: "forget-done-jobs",
    text: "DELETE FROM pgboss.job WHERE name = ANY($1) AND id = ANY($2::uuid[]) AND state = 'completed'",
    values: [queueNames, ids],
  });
}
