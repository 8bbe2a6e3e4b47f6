import type { Pool } from "pg";
import type { LabelFacts, RememberedTask } from "./board-memory.ts";

/** From its start to its end, where that is work: shorter is ticking off, longer than a working day is lying about. */
const saneMinutes = { least: 2, most: 480 } as const;

/** What has to be learnt of a task since a stamp; `null` when it is to be forgotten, with all that was chosen for it. */
export type MemoryChange = { taskId: string; stamp: string; task: RememberedTask | null };

type Row = Omit<RememberedTask, "taskId"> & { taskId: string; stamp: string; isKnown: boolean };

/**
 * The tasks of a board that have changed since a stamp, in the order of their changes. What was deleted is to be
 * forgotten, what is in the archive is not: that is where most of a board's past lies.
 */
export async function listChanges(
  pool: Pool,
  boardId: string,
  { after, atMost }: { after: string; atMost: number },
): Promise<MemoryChange[]> {
  const { rows } = await pool.query<Row>({
    name: "list-task-changes",
    text: `SELECT c.task_id AS "taskId", c.stamp::text,
             p.task_id IS NOT NULL AND (p.gone_at IS NULL OR p.archived_at IS NOT NULL) AS "isKnown",
             p.title, left(p.notes, 400) AS notes, p.gone_at IS NULL AND p.finished_at IS NULL AS "isOpen",
             p.finished_at IS NOT NULL AS "isFinished", p.kind <> 'inbox' AS "isFiled", p.tag_ids::text[] AS "tagIds",
             p.context_ids::text[] AS "contextIds", p.project_id AS "projectId", p.hinted_ids::text[] AS "hintedIds",
             coalesce(p.estimate_minutes, (SELECT took.minutes FROM (
               SELECT round(extract(epoch FROM p.finished_at - p.started_at) / 60)::int AS minutes) AS took
               WHERE took.minutes BETWEEN $4 AND $5)) AS minutes,
             to_char(coalesce(p.captured_at, p.text_written_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
               AS "capturedAt"
           FROM task_change c LEFT JOIN task_projection p ON p.task_id = c.task_id AND p.board_id = c.board_id
           WHERE c.board_id = $1 AND c.stamp > $2::bigint ORDER BY c.stamp LIMIT $3`,
    values: [boardId, after, atMost, saneMinutes.least, saneMinutes.most],
  });
  return rows.map(({ stamp, isKnown, ...task }) => ({ taskId: task.taskId, stamp, task: isKnown ? task : null }));
}

export async function listLabels(pool: Pool, boardId: string): Promise<LabelFacts[]> {
  const { rows } = await pool.query<LabelFacts>({
    name: "list-labels",
    text: `SELECT label_id AS "labelId", kind, name, is_open AS "isOpen" FROM label_projection
           WHERE board_id = $1 AND NOT is_removed ORDER BY label_id`,
    values: [boardId],
  });
  return rows;
}

/** Which life of this database it is: another after each restore. */
export async function readEpoch(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ epoch: string }>({ name: "read-epoch", text: "SELECT epoch FROM instance" });
  return rows[0]?.epoch ?? "";
}

/** Of tasks that are no more the change is forgotten when so many others followed that everybody has heard of it. */
export async function forgetOldChanges(pool: Pool): Promise<void> {
  await pool.query(
    `DELETE FROM task_change AS c WHERE c.stamp < (SELECT coalesce(max(stamp), 0) - 100000 FROM task_change)
       AND NOT EXISTS (SELECT FROM task_projection AS p WHERE p.task_id = c.task_id)`,
  );
}
