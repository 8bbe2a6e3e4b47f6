import { cardOfRow, type TaskLabels, type TaskRow, taskRowColumns } from "@kanban/api/task/task-row";
import type { Board, ChecklistItem, Column, Context, Project, Tag } from "@kanban/domain/entities";
import type { TaskId } from "@kanban/domain/ids";
import { byRank } from "@kanban/domain/rank";
import type { ClientBase } from "pg";
import type { BoardState, TaskState } from "./board-state.ts";

/** A board as `kanban_api` has it, tasks in the archive and in the trash included; `null` when there is none. */
export async function readBoardState(client: ClientBase, boardId: string): Promise<BoardState | null> {
  const head = await client.query<Head>(
    `SELECT b.seq::float8 AS seq, b.next_number AS "nextNumber",
       json_build_object('id', b.id, 'name', b.name, 'key', b.key, 'wipPolicy', b.wip_policy,
         'sleepAfterDays', b.sleep_after_days, 'isDemo', b.is_demo, 'hints', b.hints) AS board,
       (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'kind', c.kind, 'contextId', c.context_id,
         'wipLimit', c.wip_limit, 'rank', c.rank)), '[]') FROM "column" c WHERE c.board_id = b.id) AS columns,
       (SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'color', t.color)), '[]')
         FROM tag t WHERE t.board_id = b.id) AS tags,
       (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name)), '[]')
         FROM context c WHERE c.board_id = b.id) AS contexts,
       (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'color', p.color,
         'desiredOutcome', p.desired_outcome, 'status', p.status)), '[]')
         FROM project p WHERE p.board_id = b.id) AS projects
     FROM board b WHERE b.id = $1`,
    [boardId],
  );
  const [row] = head.rows;
  if (!row) return null;
  const { board, seq, nextNumber } = row;
  return {
    ...{ board, seq, nextNumber, columns: byId(row.columns), tags: byId(row.tags) },
    ...{ contexts: byId(row.contexts), projects: byId(row.projects), tasks: await readTasks(client, boardId) },
  };
}

type Head = Pick<BoardState, "seq" | "nextNumber"> & {
  board: Board;
  columns: Column[];
  tags: Tag[];
  contexts: Context[];
  projects: Project[];
};

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<Row["id"], Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

type StoredRow = TaskRow & Pick<TaskState, "notes" | "notesVersion" | "textVersion" | "archivedAt" | "deletedAt">;

async function readTasks(client: ClientBase, boardId: string): Promise<Map<TaskId, TaskState>> {
  const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const tasks = await client.query<StoredRow>(
    `SELECT ${taskRowColumns}, t.notes, t.notes_version AS "notesVersion", t.text_version AS "textVersion",
       ${iso("t.archived_at")} AS "archivedAt", ${iso("t.deleted_at")} AS "deletedAt"
     FROM task t WHERE t.board_id = $1`,
    [boardId],
  );
  const labels = await client.query<{ task: string; kind: keyof TaskLabels; ids: never[] }>(
    `SELECT task, kind, array_agg(label ORDER BY label) AS ids FROM (
       SELECT task_id::text AS task, 'contextIds' AS kind, context_id::text AS label FROM task_context WHERE board_id = $1
       UNION ALL SELECT task_id::text, 'tagIds', tag_id::text FROM task_tag WHERE board_id = $1
       UNION ALL SELECT task_id::text, 'assigneeIds', user_id::text FROM task_assignee WHERE board_id = $1) AS labels
     GROUP BY task, kind`,
    [boardId],
  );
  const items = await client.query<ChecklistItem & { task: string }>(
    `SELECT task_id::text AS task, id::text, text, is_done AS "isDone", rank FROM checklist_item WHERE board_id = $1`,
    [boardId],
  );
  const labelsOf = new Map<string, TaskLabels>();
  for (const { task, kind, ids } of labels.rows)
    labelsOf.set(task, { ...(labelsOf.get(task) ?? noLabels), [kind]: ids });
  const itemsOf = Map.groupBy(items.rows, ({ task }) => task);
  return new Map(
    tasks.rows.map((row): [TaskId, TaskState] => {
      const { notes, notesVersion, textVersion, archivedAt, deletedAt } = row;
      const card = cardOfRow(row, labelsOf.get(row.id) ?? noLabels);
      const checklist = (itemsOf.get(row.id) ?? []).map(({ task: _task, ...item }) => item).sort(byRank);
      return [row.id, { card, notes, notesVersion, textVersion, checklist, archivedAt, deletedAt }];
    }),
  );
}

const noLabels: TaskLabels = { contextIds: [], tagIds: [], assigneeIds: [] };
