import type { Change } from "@kanban/domain/change";
import type { BoardId, ColumnId, TaskId, UserId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import { refuse } from "@kanban/domain/refusal";
import type { ApiDb } from "../context.ts";

/** One entry of a task's history. */
export type Activity = {
  id: string;
  seq: number;
  type: Change["type"];
  at: Instant;
  actor: { userId: UserId; name: string; means: "hand" | "token" | "hint" | "demo" | "import" };
  /** Of a move. */
  fromColumnId: ColumnId | null;
  toColumnId: ColumnId | null;
  /** Names of the fields an update changed. */
  fields: string[];
  /** Of an event taken over from the predecessor: what that called it. */
  importedAs: string | null;
};

type ActivityRow = Omit<Activity, "seq" | "at" | "actor"> & { seq: bigint; at: Date } & Activity["actor"];

/**
 * The latest events of a task of one of the user's live boards, without their texts (notes may be long).
 * TASK_NOT_FOUND for any other task.
 */
export async function listTaskEvents(
  db: ApiDb,
  userId: UserId,
  boardId: BoardId,
  taskId: TaskId,
  limit: number,
): Promise<Activity[]> {
  const rows = await db.$queryRaw<ActivityRow[]>`
    SELECT e.id::text, e.board_seq AS seq, e.type, e.occurred_at AS at,
      e.actor->>'userId' AS "userId", coalesce(u.name, '') AS name, e.actor->>'means' AS means,
      e.payload->'from'->>'columnId' AS "fromColumnId", e.payload->'to'->>'columnId' AS "toColumnId",
      CASE WHEN e.type LIKE '%.updated' THEN ARRAY(SELECT jsonb_object_keys(e.payload->'after')) ELSE '{}' END AS fields,
      e.payload->'imported'->>'type' AS "importedAs"
    FROM task t
    JOIN board b ON b.id = t.board_id AND b.deleted_at IS NULL
    JOIN board_member m ON m.board_id = b.id AND m.user_id = ${userId}::uuid
    JOIN event_log e ON e.aggregate_id = t.id AND e.board_id = t.board_id
    LEFT JOIN "user" u ON u.id = (e.actor->>'userId')::uuid
    WHERE t.id = ${taskId}::uuid AND t.board_id = ${boardId}::uuid
      -- What was said is told by the comments themselves; a preview is nobody's act.
      AND e.type NOT IN ('comment.created', 'comment.updated', 'preview.recorded')
    ORDER BY e.board_seq DESC LIMIT ${limit}::int`;
  // A task's own creation is its first event: none at all means there is no such task for this user.
  if (rows.length === 0) return refuse("TASK_NOT_FOUND");
  return rows.map(({ seq, at, userId: actorId, name, means, ...row }) => {
    return { ...row, seq: Number(seq), at: at.toISOString(), actor: { userId: actorId, name, means } };
  });
}
