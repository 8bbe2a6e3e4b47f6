import type { ClientBase } from "pg";

export type SpecialBoard = {
  /** Names it, and makes the ids: `pg_temp.made('board ' || name, 0)`. */
  name: string;
  columns: { name: string; type: string }[];
  tasks: number;
  /** SQL; person 1 owns it otherwise. */
  owner?: string;
  config?: string | null;
};

/** A board outside the regular ones, whose tasks have a history of one event. */
export async function addSpecialBoard(
  client: ClientBase,
  { name, columns, tasks, owner = "pg_temp.made('person', 1)", config = null }: SpecialBoard,
): Promise<void> {
  await client.query(
    `INSERT INTO "Board" ("id", "ownerId", "name", "config", "createdAt", "updatedAt")
     SELECT pg_temp.made('board ' || $1, 0), ${owner}, $1, $2, pg_temp.moment() - interval '90 days', pg_temp.moment()`,
    [name, config],
  );
  await client.query(
    `INSERT INTO "Column" ("id", "boardId", "name", "type", "position", "createdAt")
     SELECT pg_temp.made('column ' || $1, place), pg_temp.made('board ' || $1, 0), name, type::"ColumnType", place,
       pg_temp.moment() - interval '90 days'
     FROM ROWS FROM (jsonb_to_recordset($2) AS (name text, type text)) WITH ORDINALITY AS columns (name, type, place)`,
    [name, JSON.stringify(columns)],
  );
  // On a board without columns these tasks name a column that is not there.
  await client.query(
    `INSERT INTO "Task" ("id", "boardId", "columnId", "ownerId", "title", "position", "isDone", "completedAt",
       "createdAt", "updatedAt", "lastMovedAt")
     SELECT pg_temp.made('task ' || $1, number), pg_temp.made('board ' || $1, 0),
       pg_temp.made('column ' || $1, 1 + number % greatest($2::int, 1)), ${owner}, 'Task ' || number || ' of ' || $1,
       number, coalesce(type = 'DONE', false), CASE WHEN type = 'DONE' THEN born END, born, born, born
     FROM generate_series(1, $3::int) AS number
       LEFT JOIN "Column" ON "Column".id = pg_temp.made('column ' || $1, 1 + number % greatest($2::int, 1)),
       LATERAL (SELECT pg_temp.moment() - number * interval '1 day' AS born) AS birth`,
    [name, columns.length, tasks],
  );
  await client.query(
    `INSERT INTO "TaskEvent" ("id", "taskId", "boardId", "type", "toColumnId", "triggeredBy", "createdAt")
     SELECT pg_temp.made('event ' || $1, row_number() OVER (ORDER BY id)), id, "boardId", 'CREATED', "columnId",
       "ownerId"::text, "createdAt"
     FROM "Task" WHERE "boardId" = pg_temp.made('board ' || $1, 0)`,
    [name],
  );
}
