import type { HintValue } from "@kanban/domain/entities";
import type { HintKind } from "@kanban/domain/hint/hint-kinds";
import type { HintSwitches } from "@kanban/domain/hint/hint-switches";
import type { TaskId } from "@kanban/domain/ids";
import type { Pool, PoolClient } from "pg";
import { type Answers, bins } from "../learning/calibrate.ts";

/** A hint as it is told to the API, and how sure the agent was by itself. */
export type NewProposal = {
  hintId: string;
  boardId: string;
  taskId: string;
  agent: string;
  kind: HintKind;
  labelId: string | null;
  confidence: number;
  evidenceTaskIds: readonly string[];
};

/** The label a hint would put on its task. */
export function labelOfValue(value: HintValue): string | null {
  if (value.kind === "tag") return value.tagId;
  if (value.kind === "context") return value.contextId;
  return value.kind === "project" ? value.projectId : null;
}

/** Keeps what was proposed; told again, it is there once. */
export async function recordProposals(tx: PoolClient, proposals: readonly NewProposal[]): Promise<void> {
  if (proposals.length === 0) return;
  await tx.query({
    name: "record-proposals",
    text: `INSERT INTO proposal (hint_id, board_id, task_id, agent, kind, label_id, confidence, evidence_task_ids)
           SELECT p."hintId", p."boardId", p."taskId", p.agent, p.kind, p."labelId", p.confidence, p."evidenceTaskIds"
           FROM jsonb_to_recordset($1::jsonb) AS p ("hintId" uuid, "boardId" uuid, "taskId" uuid, agent text, kind text,
             "labelId" uuid, confidence float8, "evidenceTaskIds" uuid[])
           ON CONFLICT DO NOTHING`,
    values: [JSON.stringify(proposals)],
  });
}

/** What became of a hint; an older event than the row knows changes nothing. */
export async function decideProposal(
  tx: PoolClient,
  { hintId, boardSeq, state, at }: { hintId: string; boardSeq: number; state: string; at: string | null },
): Promise<void> {
  await tx.query({
    name: "decide-proposal",
    text: `UPDATE proposal SET state = $3, decided_at = $4, board_seq = $2 WHERE hint_id = $1 AND board_seq < $2`,
    values: [hintId, boardSeq, state, at],
  });
}

/** Answers that count: so many of the latest of a kind, for people and agents change. */
const latestAnswers = 200;

/** What people answered on these boards so far, by board and kind. */
export async function readAnswers(pool: Pool, boardIds: readonly string[]): Promise<Map<string, Answers>> {
  const { rows } = await pool.query<{ key: string; bin: number; applied: number; dismissed: number }>({
    name: "read-answers",
    text: `SELECT board_id || ' ' || kind AS key, bin, (count(*) FILTER (WHERE state = 'applied'))::int AS applied,
             (count(*) FILTER (WHERE state = 'dismissed'))::int AS dismissed
           FROM (SELECT board_id, kind, state, least($2 - 1, floor(confidence * $2))::int AS bin,
                   row_number() OVER (PARTITION BY board_id, kind ORDER BY decided_at DESC, hint_id) AS place
                 FROM proposal WHERE board_id = ANY($1::uuid[]) AND state IN ('applied', 'dismissed')) AS answered
           WHERE place <= $3 GROUP BY 1, 2`,
    values: [boardIds, bins, latestAnswers],
  });
  const answers = new Map<string, { applied: number; dismissed: number }[]>();
  for (const { key, bin, applied, dismissed } of rows) {
    const ofKind = answers.get(key) ?? Array.from({ length: bins }, () => ({ applied: 0, dismissed: 0 }));
    ofKind[bin] = { applied, dismissed };
    answers.set(key, ofKind);
  }
  return answers;
}

/** Which hints boards want, of those that have said so. */
export async function readHintSwitches(pool: Pool, boardIds: readonly string[]): Promise<Map<string, HintSwitches>> {
  const { rows } = await pool.query<{ boardId: string; hints: HintSwitches }>({
    name: "read-hint-switches",
    text: `SELECT board_id AS "boardId", hints FROM board_projection WHERE board_id = ANY($1::uuid[]) AND hints IS NOT NULL`,
    values: [boardIds],
  });
  return new Map(rows.map(({ boardId, hints }) => [boardId, hints]));
}

/** Undecided hints of a task, or that rest on it, or that would put a label on theirs. */
export type Affected =
  | { taskId: string; agents: readonly string[] }
  | { restingOn: string; kinds: readonly HintKind[] | "all" }
  | { labelId: string };

export type StandingProposal = { agent: string; taskId: TaskId; textEventId: string; userId: string };

/** More than that is an import or a merge of boards: the rest is looked at when its own text changes. */
const mostAffected = 200;

/** The agents and open tasks that have undecided hints which a change affects. */
export async function findAffected(tx: PoolClient, affected: Affected): Promise<StandingProposal[]> {
  const [condition, values] =
    "labelId" in affected
      ? ["p.label_id = $1", [affected.labelId]]
      : "restingOn" in affected
        ? [
            "p.evidence_task_ids @> ARRAY[$1::uuid] AND ($2::text[] IS NULL OR p.kind = ANY($2))",
            [affected.restingOn, affected.kinds === "all" ? null : affected.kinds],
          ]
        : ["p.task_id = $1 AND p.agent = ANY($2)", [affected.taskId, affected.agents]];
  const { rows } = await tx.query<StandingProposal>(
    `SELECT DISTINCT p.agent, p.task_id AS "taskId", t.text_event_id AS "textEventId",
       coalesce(t.text_author ->> 'userId', '') AS "userId"
     FROM proposal p JOIN task_projection t ON t.task_id = p.task_id
     WHERE ${condition} AND p.state = 'proposed' AND t.finished_at IS NULL AND t.gone_at IS NULL
     LIMIT ${mostAffected}`,
    values,
  );
  return rows;
}

/** What an agent found of a text no longer holds: until it has looked again, it counts as not read. */
export async function outdateRuns(tx: PoolClient, proposals: readonly StandingProposal[]): Promise<void> {
  await tx.query({
    name: "outdate-runs",
    text: `UPDATE agent_run AS run SET status = 'outdated'
           FROM jsonb_to_recordset($1::jsonb) AS p (agent text, "taskId" uuid, "textEventId" uuid)
           WHERE run.agent = p.agent AND run.task_id = p."taskId" AND run.text_event_id = p."textEventId"
             AND run.status = 'succeeded'`,
    values: [JSON.stringify(proposals)],
  });
}

/** Forgets hints that were never decided, or superseded, long ago; answers how many. Answers are kept: they teach. */
export async function forgetOldProposals(pool: Pool): Promise<void> {
  await pool.query(
    `DELETE FROM proposal WHERE created_at < now() - interval '180 days' AND state IN ('proposed', 'superseded')
       OR created_at < now() - interval '730 days'`,
  );
}
