import type { Moment } from "@kanban/domain/moment";
import type { PoolClient } from "pg";

/** A task as far as agents need to know it. */
export type ProjectedTask = {
  taskId: string;
  boardId: string;
  boardSeq: number;
  version: number;
  kind: string;
  title: string;
  notes: string;
  dueAt: Moment | null;
  finishedAt: string | null;
  timeZone: string;
};

/** Writes a task whole, as it is when it comes onto the board; an older event than the row knows changes nothing. */
export async function putTask(tx: PoolClient, task: ProjectedTask): Promise<void> {
  await tx.query(
    `INSERT INTO task_projection (task_id, board_id, board_seq, version, kind, title, notes, due_at, finished_at, time_zone)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (task_id) DO UPDATE SET board_seq = EXCLUDED.board_seq, version = EXCLUDED.version,
       kind = EXCLUDED.kind, title = EXCLUDED.title, notes = EXCLUDED.notes, due_at = EXCLUDED.due_at,
       finished_at = EXCLUDED.finished_at, gone_at = NULL, time_zone = EXCLUDED.time_zone, updated_at = now()
     WHERE task_projection.board_seq < EXCLUDED.board_seq`,
    [
      task.taskId,
      task.boardId,
      task.boardSeq,
      task.version,
      task.kind,
      task.title,
      task.notes,
      task.dueAt,
      task.finishedAt,
      task.timeZone,
    ],
  );
}

/** Fields of one event; those left out stay as they are. */
export type TaskPatch = Partial<
  Pick<ProjectedTask, "kind" | "title" | "notes" | "dueAt" | "finishedAt" | "timeZone"> & { goneAt: string }
>;

const columnOf: Record<keyof TaskPatch, string> = {
  kind: "kind",
  title: "title",
  notes: "notes",
  dueAt: "due_at",
  finishedAt: "finished_at",
  goneAt: "gone_at",
  timeZone: "time_zone",
};

/** Changes what one event says about a task; does nothing when the row is newer, or not there. */
export async function patchTask(
  tx: PoolClient,
  { taskId, boardSeq, version }: Pick<ProjectedTask, "taskId" | "boardSeq" | "version">,
  patch: TaskPatch,
): Promise<void> {
  const given = (Object.keys(columnOf) as (keyof TaskPatch)[]).filter((field) => patch[field] !== undefined);
  const changes = given.map((field, index) => `, ${columnOf[field]} = $${index + 4}`).join("");
  await tx.query(
    `UPDATE task_projection SET board_seq = $2, version = greatest(version, $3), updated_at = now()${changes}
     WHERE task_id = $1 AND board_seq < $2`,
    [taskId, boardSeq, version, ...given.map((field) => patch[field])],
  );
}

/** The text of a task as the event at `boardSeq` left it; `null` when the row knows better by now, or is not there. */
export async function findTextAt(
  tx: PoolClient,
  taskId: string,
  boardSeq: number,
): Promise<{ title: string; notes: string; version: number } | null> {
  const { rows } = await tx.query<{ title: string; notes: string; version: number }>(
    "SELECT title, notes, version FROM task_projection WHERE task_id = $1 AND board_seq = $2",
    [taskId, boardSeq],
  );
  return rows[0] ?? null;
}
