// Longer than most: what of each table must be the same on both sides, one query for each, to be read side by side.
import { copyText, plainText } from "./copy-text.ts";
import { foldCase } from "./fold-case.ts";
import { oldTable, type OldSource } from "./old-source.ts";
import type { OldTableName } from "./old-tables.ts";
import { contextNames, contextOfColumn } from "./place-columns.ts";
import { readDuration } from "./read-duration.ts";

/**
 * What of a table must be the same on both sides: two queries whose rows must be equal one by one, the first column
 * being the row's key, in its order. They are written apart from what copies the rows. Where a value was changed, the
 * new side answers what was kept of it.
 */
export type Comparison = {
  table: string;
  old: string;
  new: string;
  /** Brings rows to the same terms where SQL would have to repeat what is written in TypeScript; fields are as COPY writes them. */
  map?: Record<"old" | "new", (fields: string[]) => string[]>;
};

const kept = (column: string, otherwise: string) =>
  `CASE WHEN k.row ? '${column}' THEN k.row ->> '${column}' ELSE (${otherwise})::text END`;
const keptOf = (table: string, id: string) =>
  `LEFT JOIN predecessor_row k ON k."table" = '${table}' AND k.id = ${id}::text AND k.kind = 'columns'`;
const isNotAdded = (table: string, id: string) =>
  `NOT EXISTS (SELECT FROM predecessor_row a WHERE a."table" = '${table}' AND a.id = ${id}::text AND a.kind IN ('added', 'row'))`;
const utc = (column: string) => `(${column} AT TIME ZONE 'UTC')::text`;
const oneOf = (value: string, pairs: Record<string, string>, otherwise: string) =>
  `CASE ${value} ${Object.entries(pairs)
    .map(([from, to]) => `WHEN '${from}' THEN '${to}'`)
    .join(" ")} ELSE ${otherwise} END`;

const kinds = {
  ...{ INPUT: "inbox", CLARIFY: "inbox", CONTEXT: "next" },
  ...{ WAITING: "waiting", SOMEDAY: "someday", DONE: "done" },
};
const statuses = {
  ...{ on_hold: "someday", paused: "someday", completed: "finished", done: "finished" },
  ...{ archived: "dropped", cancelled: "dropped" },
};

/** All of them, in an order in which tables refer to earlier ones. */
export function comparisons(source: OldSource): Comparison[] {
  const table = (name: OldTableName) => oldTable(source, name);
  const ofBoard = `EXISTS (SELECT FROM ${table("Board")} AS b WHERE b.id = r."boardId")`;
  const carriedTask = `EXISTS (SELECT FROM ${table("Task")} AS t JOIN ${table("Board")} AS b ON b.id = t."boardId" WHERE t.id = r."taskId")`;
  return [
    {
      table: "User",
      old: `SELECT id, email, name, split_part(email, '@', 1),
              coalesce(timezone, 'UTC'), "passwordHash", "createdAt"::text, "defaultBoardId"
            FROM ${table("User")} AS r ORDER BY id`,
      new: `SELECT u.id, ${kept("email", "u.email")}, u.name, NULL, ${kept("timezone", "u.time_zone")}, a.password,
              ${utc("u.created_at")}, k.row ->> 'defaultBoardId'
            FROM "user" u LEFT JOIN account a ON a.user_id = u.id ${keptOf("User", "u.id")} ORDER BY u.id`,
      map: {
        old: (fields) => withoutCase(email)(withName(fields)),
        new: withoutCase(email),
      },
    },
    {
      table: "Board",
      old: `SELECT id, name, "createdAt"::text, "ownerId", nullif(description, ''), nullif(config, 'null')
            FROM ${table("Board")} AS r ORDER BY id`,
      new: `SELECT b.id, b.name, ${utc("b.created_at")}, ${kept("ownerId", "m.user_id")}, k.row ->> 'description', k.row -> 'config'
            FROM board b JOIN board_member m ON m.board_id = b.id AND m.role = 'owner' ${keptOf("Board", "b.id")} ORDER BY b.id`,
    },
    {
      table: "Column",
      old: `SELECT id, "boardId", name, ${oneOf("type::text", kinds, "NULL")}, "wipLimit", "createdAt"::text,
              row_number() OVER (PARTITION BY "boardId" ORDER BY position, "createdAt", id)
            FROM ${table("Column")} AS r WHERE type::text <> 'ARCHIVE' AND ${ofBoard} ORDER BY id`,
      new: `SELECT c.id, c.board_id, c.name, c.kind, ${kept("wipLimit", "c.wip_limit")}, ${utc("c.created_at")},
              row_number() OVER (PARTITION BY c.board_id ORDER BY c.rank)
            FROM "column" c ${keptOf("Column", "c.id")} WHERE ${isNotAdded("Column", "c.id")} ORDER BY c.id`,
    },
    {
      table: "Column (archive)",
      old: `SELECT id, "boardId", name, "wipLimit", position, "createdAt"::text
            FROM ${table("Column")} AS r WHERE type::text = 'ARCHIVE' AND ${ofBoard} ORDER BY id`,
      new: `SELECT k.id, k.board_id, k.row ->> 'name', k.row ->> 'wipLimit', k.row ->> 'position', k.row ->> 'createdAt'
            FROM predecessor_row k WHERE k."table" = 'Column' AND k.kind = 'row' AND k.board_id IS NOT NULL ORDER BY k.id::uuid`,
    },
    {
      table: "Project",
      old: `SELECT id, "boardId", name, coalesce(nullif("desiredOutcome", ''), description, ''),
              CASE WHEN "desiredOutcome" <> '' AND description <> '' THEN description END,
              ${oneOf("lower(status)", statuses, "coalesce(lower(status), 'active')")}, "createdAt"::text
            FROM ${table("Project")} AS r WHERE ${ofBoard} ORDER BY id`,
      new: `SELECT p.id, p.board_id, ${kept("name", "p.name")}, p.desired_outcome, k.row ->> 'description',
              lower(${kept("status", "p.status")}), ${utc("p.created_at")}
            FROM project p ${keptOf("Project", "p.id")} ORDER BY p.id`,
    },
    {
      table: "Tag",
      old: `SELECT id, "boardId", name, color, "createdAt"::text FROM ${table("Tag")} AS r WHERE ${ofBoard} ORDER BY id`,
      new: `SELECT t.id, t.board_id, ${kept("name", "t.name")}, k.row ->> 'color', ${utc("t.created_at")}
            FROM tag t ${keptOf("Tag", "t.id")} ORDER BY t.id`,
    },
    taskComparison(table),
    {
      table: "order of tasks",
      old: `SELECT r."columnId", md5(string_agg(r.id::text, ' ' ORDER BY coalesce(r.position, 0), r."lastMovedAt", r.id))
            FROM ${table("Task")} AS r JOIN ${table("Column")} AS c ON c.id = r."columnId" AND c."boardId" = r."boardId"
            WHERE (c.type::text = 'DONE' OR (c.type::text <> 'ARCHIVE' AND NOT r."isDone")) AND ${ofBoard} GROUP BY 1 ORDER BY 1`,
      new: `SELECT t.column_id, md5(string_agg(t.id::text, ' ' ORDER BY t.rank))
            FROM task t ${keptOf("Task", "t.id")}
            WHERE t.archived_at IS NULL AND t.deleted_at IS NULL AND NOT coalesce(k.row ? 'columnId', false) GROUP BY 1 ORDER BY 1`,
    },
    {
      table: "ChecklistItem",
      old: `SELECT id, "taskId", title, "isDone", "createdAt"::text,
              row_number() OVER (PARTITION BY "taskId" ORDER BY position, "createdAt", id)
            FROM ${table("ChecklistItem")} AS r WHERE ${carriedTask} ORDER BY id`,
      new: `SELECT i.id, i.task_id, i.text, i.is_done, ${utc("i.created_at")},
              row_number() OVER (PARTITION BY i.task_id ORDER BY i.rank)
            FROM checklist_item i WHERE ${isNotAdded("Task", "i.task_id")} ORDER BY i.id`,
    },
    {
      table: "TaskTag",
      old: `SELECT r."taskId" || ' ' || r."tagId" FROM ${table("TaskTag")} AS r
            JOIN ${table("Task")} AS t ON t.id = r."taskId" JOIN ${table("Tag")} AS g ON g.id = r."tagId" AND g."boardId" = t."boardId"
            JOIN ${table("Board")} AS b ON b.id = t."boardId" ORDER BY r."taskId", r."tagId"`,
      new: `SELECT task_id || ' ' || tag_id FROM task_tag WHERE ${isNotAdded("Task", "task_id")} ORDER BY task_id, tag_id`,
    },
    {
      table: "TaskEvent",
      old: `SELECT r.id, r."taskId", r.type, r."boardId", r."fromColumnId", r."toColumnId", r."triggeredBy",
              nullif(r.payload, 'null'), r."createdAt"::text
            FROM ${table("TaskEvent")} AS r WHERE ${carriedTask} ORDER BY r.id`,
      new: `SELECT e.id, e.aggregate_id, i ->> 'type', coalesce(i ->> 'boardId', e.board_id::text), i ->> 'fromColumnId',
              i ->> 'toColumnId', i ->> 'triggeredBy', i -> 'payload', ${utc("e.occurred_at")}
            FROM (SELECT *, payload -> 'imported' AS i FROM event_log) AS e
            WHERE i IS NOT NULL AND ${isNotAdded("Task", "e.aggregate_id")} ORDER BY e.id`,
    },
  ];
}

/** Addresses and names of contexts go by their letters, in JavaScript's terms: databases differ in what they fold. */
const withoutCase = (field: number) => (fields: string[]) => fields.with(field, foldCase(fields[field]!));

/** Trimmed in JavaScript's terms, whose blanks are more than SQL's; whoever has no name is called as their address begins. */
function withName(fields: string[]): string[] {
  const trimmed = fields[name] === "\\N" ? "" : copyText(plainText(fields[name]!).trim());
  return fields.with(name, trimmed || fields[localPart]!).with(localPart, "\\N");
}

const email = 1;
const name = 2;
const localPart = 3;
const columnName = 1;
const columnType = 2;
const context = 3;
const duration = 4;

function taskComparison(table: (name: OldTableName) => string): Comparison {
  const isFinished = `(r."isDone" OR c.type::text = 'DONE' OR (c.type::text = 'ARCHIVE' AND r."completedAt" IS NOT NULL))`;
  return {
    table: "Task",
    old: `SELECT r.id, c.name, CASE WHEN NOT r."isDone" THEN c.type END, r.context, r.duration, r."boardId",
            CASE WHEN c.type::text = 'ARCHIVE' THEN 'archive' ELSE r."columnId"::text END,
            r.title, coalesce(r.description, ''), r."projectId", r."ownerId",
            ${oneOf("r.priority::text", { LOW: "low", HIGH: "high" }, "'normal'")}, r."needsBreakdown", nullif(r.metadata, 'null'),
            r."isDone"::text, CASE WHEN ${isFinished} THEN coalesce(r."completedAt", r."lastMovedAt") ELSE r."completedAt" END::text,
            coalesce(r."waitingFor", ''), r."dueAt"::text, r."createdAt"::text, r."lastMovedAt"::text
          FROM ${table("Task")} AS r JOIN ${table("Board")} AS b ON b.id = r."boardId"
          LEFT JOIN ${table("Column")} AS c ON c.id = r."columnId" AND c."boardId" = r."boardId" ORDER BY r.id`,
    new: `SELECT t.id, NULL, NULL,
            (SELECT string_agg(x.name, ', ') FROM task_context tc JOIN context x ON x.id = tc.context_id WHERE tc.task_id = t.id),
            ${kept("duration", "t.estimate_minutes")}, t.board_id,
            CASE WHEN t.archived_at IS NOT NULL THEN 'archive' ELSE ${kept("columnId", "t.column_id")} END,
            t.title, t.notes, ${kept("projectId", "t.project_id")},
            ${kept("ownerId", `coalesce((SELECT user_id FROM task_assignee WHERE task_id = t.id), m.user_id)`)},
            t.priority, t.needs_breakdown, k.row -> 'metadata',
            ${kept("isDone", "t.finished_at IS NOT NULL")}, coalesce(${utc("t.finished_at")}, k.row ->> 'completedAt'),
            coalesce(t.waiting_for_who, ''), ${kept("dueAt", "coalesce(t.due_day::timestamp, t.due_at AT TIME ZONE 'UTC')")},
            ${utc("t.captured_at")}, ${utc("coalesce(t.archived_at, t.entered_column_at)")}
          FROM task t JOIN board_member m ON m.board_id = t.board_id AND m.role = 'owner' ${keptOf("Task", "t.id")}
          WHERE t.deleted_at IS NULL ORDER BY t.id`,
    map: {
      old: (fields) => {
        const names = new Map<string, string>();
        const add = (name: string) => names.set(foldCase(name), name);
        const own = fields[context]!;
        if (own in contextNames) add(contextNames[own as keyof typeof contextNames]);
        const lane = fields[columnType] === "CONTEXT" ? contextOfColumn(plainText(fields[columnName]!)) : null;
        if (lane !== null) add(lane);
        const mapped = [...fields];
        mapped[columnName] = mapped[columnType] = "\\N";
        mapped[context] = names.size === 0 ? "\\N" : inOneOrder(copyText([...names.keys()].join(", ")));
        const minutes = readDuration(plainText(fields[duration]!));
        if (minutes !== null) mapped[duration] = String(minutes);
        return mapped;
      },
      new: (fields) => {
        const names = fields[context]!;
        return names === "\\N" ? fields : fields.with(context, inOneOrder(foldCase(names)));
      },
    },
  };
}

/** Names may hold commas: pieces of them sort alike on both sides all the same. */
function inOneOrder(names: string): string {
  return names.split(", ").sort().join(", ");
}
