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
  capturedAt: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  /** Off the board; with `archivedAt` in the archive, else in the trash. */
  goneAt: string | null;
  archivedAt: string | null;
  tagIds: readonly string[];
  contextIds: readonly string[];
  projectId: string | null;
  /** Those of its labels that an applied hint brought. */
  hintedIds: readonly string[];
  estimateMinutes: number | null;
  text: TextOrigin;
};

const facts = [
  ...["kind", "title", "notes", "due_at", "captured_at", "started_at", "finished_at", "gone_at", "archived_at"],
  ...["tag_ids", "context_ids", "project_id", "hinted_ids", "estimate_minutes"],
  ...["text_version", "text_author", "text_written_at", "text_event_id", "text_correlation_id", "text_depth"],
];

/**
 * Writes many tasks whole, each as it stood at its `boardSeq`. An older event than a row knows changes nothing. A page
 * of a snapshot writes also at the same seq: while a board waits, the first pages of its snapshot overtake older events,
 * and these may bring a task before the page that has it.
 */
export async function putTasks(
  tx: PoolClient,
  tasks: readonly ProjectedTask[],
  { ofSnapshot }: { ofSnapshot: boolean },
): Promise<void> {
  await tx.query({
    name: ofSnapshot ? "put-snapshot-tasks" : "put-tasks",
    text: `INSERT INTO task_projection (task_id, board_id, board_seq, version, ${facts.join(", ")})
     SELECT t."taskId", t."boardId", t."boardSeq", t.version, t.kind, t.title, t.notes, t."dueAt", t."capturedAt",
       t."startedAt", t."finishedAt", t."goneAt", t."archivedAt", t."tagIds", t."contextIds", t."projectId",
       t."hintedIds", t."estimateMinutes", o.version, o.author, o."writtenAt", o."eventId", o."correlationId", o.depth
     FROM jsonb_to_recordset($1::jsonb) AS t ("taskId" uuid, "boardId" uuid, "boardSeq" bigint, version int, kind text,
         title text, notes text, "dueAt" text, "capturedAt" timestamptz, "startedAt" timestamptz,
         "finishedAt" timestamptz, "goneAt" timestamptz, "archivedAt" timestamptz, "tagIds" uuid[], "contextIds" uuid[],
         "projectId" uuid, "hintedIds" uuid[], "estimateMinutes" int, text jsonb),
       jsonb_to_record(t.text) AS o (version int, author jsonb, "writtenAt" timestamptz, "eventId" uuid,
         "correlationId" uuid, depth int)
     ON CONFLICT (task_id) DO UPDATE SET board_id = EXCLUDED.board_id, board_seq = EXCLUDED.board_seq,
       version = EXCLUDED.version, ${facts.map((column) => `${column} = EXCLUDED.${column}`).join(", ")},
       updated_at = now()
     WHERE task_projection.board_seq ${ofSnapshot ? "<=" : "<"} EXCLUDED.board_seq`,
    values: [JSON.stringify(tasks)],
  });
}

/** Fields of one event; those left out stay as they are. A text that changed brings its origin along. */
export type TaskPatch = Partial<Omit<ProjectedTask, "taskId" | "boardId" | "boardSeq" | "version" | "capturedAt">> & {
  /** Labels of the task before and after, of one kind: which of those it has an applied hint brought follows. */
  labels?: { before: readonly string[]; after: readonly string[]; byHint: boolean };
};

const columnOf = {
  kind: "kind",
  title: "title",
  notes: "notes",
  dueAt: "due_at",
  startedAt: "started_at",
  finishedAt: "finished_at",
  goneAt: "gone_at",
  archivedAt: "archived_at",
  tagIds: "tag_ids",
  contextIds: "context_ids",
  projectId: "project_id",
  hintedIds: "hinted_ids",
  estimateMinutes: "estimate_minutes",
} as const;
const fields = Object.keys(columnOf) as (keyof typeof columnOf)[];

/** Changes what one event says about a task; does nothing when the row is newer, or not there. */
export async function patchTask(
  tx: PoolClient,
  { taskId, boardSeq, version }: Pick<ProjectedTask, "taskId" | "boardSeq" | "version">,
  { text, labels, ...patch }: TaskPatch,
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
  const changes = given.map(([column], index) => `, ${column} = $${index + 4}`);
  const values = given.map(([, value]) => value);
  if (labels) {
    // What came or went is no longer what it was: by a hint it is hinted, by hand it is not.
    const moved = symmetricDifference(labels.before, labels.after);
    const hinted = labels.byHint ? labels.after.filter((id) => !labels.before.includes(id)) : [];
    const [gone, come] = [values.length + 4, values.length + 5];
    changes.push(
      `, hinted_ids = ARRAY(SELECT unnest(hinted_ids) EXCEPT SELECT unnest($${gone}::uuid[])
           UNION SELECT unnest($${come}::uuid[]) ORDER BY 1)`,
    );
    values.push(moved, hinted);
  }
  await tx.query(
    `UPDATE task_projection SET board_seq = $2, version = greatest(version, $3), updated_at = now()${changes.join("")}
     WHERE task_id = $1 AND board_seq < $2`,
    [taskId, boardSeq, version, ...values],
  );
}

function symmetricDifference(before: readonly string[], after: readonly string[]): string[] {
  return [...before.filter((id) => !after.includes(id)), ...after.filter((id) => !before.includes(id))];
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
export async function forgetTasks(tx: PoolClient, boardId: string): Promise<void> {
  await tx.query("DELETE FROM task_projection WHERE board_id = $1", [boardId]);
}
