import type { Actor } from "@kanban/events/actor";
import type { Pool, PoolClient } from "pg";

/** A picture that is to be made: of which bytes, and on behalf of whom the result goes back. */
export type WaitingPreview = {
  attachmentId: string;
  taskId: string;
  boardId: string;
  sha256: string;
  author: Actor;
  eventId: string;
  correlationId: string;
  depth: number;
};

/** Keeps that a picture is to be made; answers whether it has yet to be. Asked twice it is there once. */
export async function keepPreview(tx: PoolClient, preview: WaitingPreview): Promise<boolean> {
  const { attachmentId, taskId, boardId, sha256, author, eventId, correlationId, depth } = preview;
  await tx.query(
    `INSERT INTO preview (attachment_id, task_id, board_id, sha256, author, event_id, correlation_id, depth, state)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting') ON CONFLICT DO NOTHING`,
    [attachmentId, taskId, boardId, sha256, JSON.stringify(author), eventId, correlationId, depth],
  );
  const { rowCount } = await tx.query("SELECT FROM preview WHERE attachment_id = $1 AND state = 'waiting'", [
    attachmentId,
  ]);
  return rowCount === 1;
}

/** The picture that is to be made of a file; `null` when it has been, `undefined` when nobody knows of the file. */
export async function findWaitingPreview(pool: Pool, attachmentId: string): Promise<WaitingPreview | null | undefined> {
  const { rows } = await pool.query<WaitingPreview & { state: string }>(
    `SELECT attachment_id AS "attachmentId", task_id AS "taskId", board_id AS "boardId", sha256, author,
       event_id AS "eventId", correlation_id AS "correlationId", depth, state
     FROM preview WHERE attachment_id = $1`,
    [attachmentId],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { state, ...preview } = row;
  return state === "waiting" ? preview : null;
}

/** Notes what came of it. */
export async function markPreview(
  tx: PoolClient,
  attachmentId: string,
  { error, finishedAt }: { error: string | null; finishedAt: Date },
): Promise<void> {
  await tx.query("UPDATE preview SET state = $2, error = $3, finished_at = $4 WHERE attachment_id = $1", [
    attachmentId,
    error === null ? "made" : "failed",
    error,
    finishedAt,
  ]);
}

/** Forgets what has long been made or given up: the API knows, and asked again the same would come of it. */
export async function forgetOldPreviews(pool: Pool): Promise<void> {
  await pool.query("DELETE FROM preview WHERE state <> 'waiting' AND finished_at < now() - interval '30 days'");
}
