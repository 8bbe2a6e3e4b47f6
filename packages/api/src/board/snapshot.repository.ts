import { type ApiTx, type Pool, Prisma } from "@kanban/db-api/client";
import type { BoardSnapshot } from "@kanban/domain/board-view";
import type { TaskCard } from "@kanban/domain/entities";
import type { BoardId, TaskId, UserId } from "@kanban/domain/ids";
import { cardOfRow, type TaskLabels, type TaskRow, taskRowColumns } from "../task/task-row.ts";

/*
 * Read through the pool and not through Prisma: a board has thousands of rows, and everything Prisma does for each of
 * them (typing, validation, objects in between) would double the time. Prepared by name, like the write path.
 */

const headQuery = {
  name: "snapshot-head",
  text: `
    SELECT i.epoch::text, b.seq::float8 AS seq, m.role::text, m.user_id::text AS "userId",
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
        FROM project p WHERE p.board_id = b.id) AS projects,
      (SELECT coalesce(json_agg(json_build_object('id', l.id, 'kind', l.kind, 'fromId', l.from_id, 'toId', l.to_id)),
        '[]') FROM task_link l WHERE l.board_id = b.id) AS links,
      (SELECT coalesce(json_agg(json_build_object('userId', u.id, 'name', u.name, 'role', bm.role)), '[]')
        FROM board_member bm JOIN "user" u ON u.id = bm.user_id WHERE bm.board_id = b.id) AS members
    FROM instance i, board b JOIN board_member m ON m.board_id = b.id
    WHERE b.id = $1::uuid AND b.deleted_at IS NULL AND m.user_id = $2::uuid`,
};

const tasksQuery = {
  name: "snapshot-tasks",
  text: `SELECT ${taskRowColumns} FROM task t WHERE t.board_id = $1::uuid AND t.archived_at IS NULL AND t.deleted_at IS NULL`,
};

const labelsQuery = {
  name: "snapshot-labels",
  text: `
    SELECT task_id::text AS task, 'contextIds' AS kind, context_id::text AS label FROM task_context WHERE board_id = $1::uuid
    UNION ALL SELECT task_id::text, 'tagIds', tag_id::text FROM task_tag WHERE board_id = $1::uuid
    UNION ALL SELECT task_id::text, 'assigneeIds', user_id::text FROM task_assignee WHERE board_id = $1::uuid`,
};

type LabelRow = { task: TaskId; kind: keyof TaskLabels; label: string };

/** A live board of the user at one seq; `null` for anybody else. One snapshot of the database for all its queries. */
export async function findSnapshot(pool: Pool, boardId: BoardId, userId: UserId): Promise<BoardSnapshot | null> {
  const client = await pool.connect();
  let isClean = false;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const read: ReadRows = async (query, values) => (await client.query({ ...query, values })).rows;
    const snapshot = await readSnapshot(read, boardId, userId);
    await client.query("COMMIT");
    isClean = true;
    return snapshot;
  } finally {
    // A connection left inside a transaction must not serve anybody else.
    client.release(!isClean);
  }
}

/** The board as a mutation finds it, what it has written included; the caller holds the locks on what it counts on. */
export async function readSnapshotInside(tx: ApiTx, boardId: BoardId, userId: UserId): Promise<BoardSnapshot> {
  const read: ReadRows = ({ text }, values) => tx.$queryRaw(sqlOf(text, values));
  const snapshot = await readSnapshot(read, boardId, userId);
  if (!snapshot) throw new Error("The board went away inside its own transaction");
  return snapshot;
}

/** A text with `$1` and the like as Prisma takes it. */
function sqlOf(text: string, values: readonly string[]): Prisma.Sql {
  const parts = text.split(/\$(\d)/u);
  const numbers = parts.filter((_, index) => index % 2 === 1).map(Number);
  return new Prisma.Sql(
    parts.filter((_, index) => index % 2 === 0),
    numbers.map((number) => values[number - 1]),
  );
}

type ReadRows = <Row extends object>(query: { name: string; text: string }, values: string[]) => Promise<Row[]>;

async function readSnapshot(read: ReadRows, boardId: BoardId, userId: UserId): Promise<BoardSnapshot | null> {
  const [head] = await read<Omit<BoardSnapshot, "tasks">>(headQuery, [boardId, userId]);
  if (!head) return null;
  const labels = await read<LabelRow>(labelsQuery, [boardId]);
  const tasks = await read<TaskRow>(tasksQuery, [boardId]);
  return { ...head, tasks: withLabels(tasks, labels) };
}

const noLabels: TaskLabels = { contextIds: [], tagIds: [], assigneeIds: [] };

function withLabels(tasks: readonly TaskRow[], labels: readonly LabelRow[]): TaskCard[] {
  const labelsOfTask = new Map<TaskId, Record<keyof TaskLabels, string[]>>();
  for (const { task, kind, label } of labels) {
    let own = labelsOfTask.get(task);
    if (!own) labelsOfTask.set(task, (own = { contextIds: [], tagIds: [], assigneeIds: [] }));
    own[kind].push(label);
  }
  for (const own of labelsOfTask.values()) for (const ids of Object.values(own)) if (ids.length > 1) ids.sort();
  return tasks.map((row) => cardOfRow(row, (labelsOfTask.get(row.id) as TaskLabels | undefined) ?? noLabels));
}
