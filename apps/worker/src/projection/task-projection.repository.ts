import type { Moment } from "@kanban/domain/moment";
import type { Actor } from "@kanban/events/actor";
import type { PoolClient } from "pg";

/** Where a text came from: agents read each text once, and what they find goes back to its author. */
export type TextOrigin = {
  /** The task version that has this text. */
  version: number;
  author: Actor;
  writtenAt: string;
  eventId: string;
  correlationId: string;
  /** How many events led to the one it came with. */
  depth: number;
};

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
  text: TextOrigin;
};

/** Writes a task whole, as it is when it comes onto the board; an older event than the row knows changes nothing. */
export async function putTask(tx: PoolClient, task: ProjectedTask): Promise<void> {
  const { text } = task;
  await tx.query({
    name: "put-task",
    text: `INSERT INTO task_projection (task_id, board_id, board_seq, version, kind, title, notes, due_at, finished_at,
             text_version, text_author, text_written_at, text_event_id, text_correlation_id, text_depth)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
           ON CONFLICT (task_id) DO UPDATE SET board_seq = EXCLUDED.board_seq, version = EXCLUDED.version,
             kind = EXCLUDED.kind, title = EXCLUDED.title, notes = EXCLUDED.notes, due_at = EXCLUDED.due_at,
             finished_at = EXCLUDED.finished_at, gone_at = NULL, text_version = EXCLUDED.text_version,
             text_author = EXCLUDED.text_author, text_written_at = EXCLUDED.text_written_at,
             text_event_id = EXCLUDED.text_event_id, text_correlation_id = EXCLUDED.text_correlation_id,
             text_depth = EXCLUDED.text_depth, updated_at = now()
           WHERE task_projection.board_seq < EXCLUDED.board_seq`,
    values: [
      task.taskId,
      task.boardId,
      task.boardSeq,
      task.version,
      task.kind,
      task.title,
      task.notes,
      task.dueAt,
      task.finishedAt,
      text.version,
      JSON.stringify(text.author),
      text.writtenAt,
      text.eventId,
      text.correlationId,
      text.depth,
    ],
  });
}

/** Fields of one event; those left out stay as they are. A text that changed brings its origin along. */
export type TaskPatch = Partial<
  Pick<ProjectedTask, "kind" | "title" | "notes" | "dueAt" | "finishedAt" | "text"> & { goneAt: string }
>;

const columnOf = {
  kind: "kind",
  title: "title",
  notes: "notes",
  dueAt: "due_at",
  finishedAt: "finished_at",
  goneAt: "gone_at",
} as const;
const fields = Object.keys(columnOf) as (keyof typeof columnOf)[];

/** Changes what one event says about a task; does nothing when the row is newer, or not there. */
export async function patchTask(
  tx: PoolClient,
  { taskId, boardSeq, version }: Pick<ProjectedTask, "taskId" | "boardSeq" | "version">,
  { text, ...patch }: TaskPatch,
): Promise<void> {
  const given: [column: string, value: unknown][] = fields
    .filter((field) => patch[field] !== undefined)
    .map((field) => [columnOf[field], patch[field]]);
  if (text)
    given.push(
      ["text_version", text.version],
      ["text_author", JSON.stringify(text.author)],
      ["text_written_at", text.writtenAt],
      ["text_event_id", text.eventId],
      ["text_correlation_id", text.correlationId],
      ["text_depth", text.depth],
    );
  const changes = given.map(([column], index) => `, ${column} = $${index + 4}`).join("");
  await tx.query(
    `UPDATE task_projection SET board_seq = $2, version = greatest(version, $3), updated_at = now()${changes}
     WHERE task_id = $1 AND board_seq < $2`,
    [taskId, boardSeq, version, ...given.map(([, value]) => value)],
  );
}

/** Whether the text of a task is the one an event brought; not when the row knows better by now, or is not there. */
export async function hasTextOf(tx: PoolClient, taskId: string, eventId: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: "has-text-of",
    text: "SELECT FROM task_projection WHERE task_id = $1 AND text_event_id = $2",
    values: [taskId, eventId],
  });
  return rowCount === 1;
}

/** Forgets all tasks of a board. */
export async function forgetBoard(tx: PoolClient, boardId: string): Promise<void> {
  await tx.query("DELETE FROM task_projection WHERE board_id = $1", [boardId]);
}

/**
 * Writes many tasks, each as it stood at its `boardSeq`. One may be there already: while a board waits, the first pages
 * of its snapshot overtake older events, and these may bring a task before the page that has it.
 */
export async function putTasks(
  tx: PoolClient,
  tasks: readonly (ProjectedTask & { goneAt: string | null })[],
): Promise<void> {
  await tx.query(
    `INSERT INTO task_projection (task_id, board_id, board_seq, version, kind, title, notes, due_at, finished_at, gone_at,
       text_version, text_author, text_written_at, text_event_id, text_correlation_id, text_depth)
     SELECT t."taskId", t."boardId", t."boardSeq", t.version, t.kind, t.title, t.notes, t."dueAt", t."finishedAt", t."goneAt",
       o.version, o.author, o."writtenAt", o."eventId", o."correlationId", o.depth
     FROM jsonb_to_recordset($1::jsonb) AS t ("taskId" uuid, "boardId" uuid, "boardSeq" bigint, version int, kind text,
         title text, notes text, "dueAt" text, "finishedAt" timestamptz, "goneAt" timestamptz, text jsonb),
       jsonb_to_record(t.text) AS o (version int, author jsonb, "writtenAt" timestamptz, "eventId" uuid,
         "correlationId" uuid, depth int)
     ON CONFLICT (task_id) DO UPDATE SET board_id = EXCLUDED.board_id, board_seq = EXCLUDED.board_seq,
       version = EXCLUDED.version, kind = EXCLUDED.kind, title = EXCLUDED.title, notes = EXCLUDED.notes,
       due_at = EXCLUDED.due_at, finished_at = EXCLUDED.finished_at, gone_at = EXCLUDED.gone_at,
       text_version = EXCLUDED.text_version, text_author = EXCLUDED.text_author,
       text_written_at = EXCLUDED.text_written_at, text_event_id = EXCLUDED.text_event_id,
       text_correlation_id = EXCLUDED.text_correlation_id, text_depth = EXCLUDED.text_depth, updated_at = now()
     WHERE task_projection.board_seq <= EXCLUDED.board_seq`,
    [JSON.stringify(tasks)],
  );
}
