import type { ClientBase } from "pg";
import { OLD_COLUMNS } from "./old-columns.ts";
import { PEOPLE } from "./fill-people.ts";
import { boardNames, colours, projectNames, tagNames } from "./words.ts";

/** How many tags and projects a regular board has. */
export const TAGS = tagNames.length;
export const PROJECTS = projectNames.length;

/** SQL: the owner of a regular board. */
export const ownerOf = (board: string) => `pg_temp.made('person', 1 + ${board} % ${PEOPLE})`;

/** Boards number 1 to `boards` with their columns, tags and projects. */
export async function fillBoards(client: ClientBase, boards: number): Promise<void> {
  await client.query(
    `INSERT INTO "Board" ("id", "ownerId", "name", "description", "config", "createdAt", "updatedAt")
     SELECT pg_temp.made('board', board), ${ownerOf("board")}, pg_temp.pick($2, pg_temp.draw('board name', board)),
       CASE WHEN board % 2 = 0 THEN E'Everything that\\nis on my mind' END,
       CASE WHEN board % 3 > 0 THEN '{"staleThresholdDays": 7, "defaultWipLimit": 5}'::jsonb END,
       pg_temp.moment() - interval '780 days' - board * interval '1 hour', pg_temp.moment() - interval '30 days'
     FROM generate_series(1, $1::int) AS board`,
    [boards, boardNames],
  );
  await client.query(
    `INSERT INTO "Column" ("id", "boardId", "name", "type", "wipLimit", "position", "createdAt")
     SELECT pg_temp.made('column', board::bigint * 10 + place - 1), pg_temp.made('board', board), name,
       type::"ColumnType", "wipLimit", place - 1, pg_temp.moment() - interval '780 days'
     FROM generate_series(1, $1::int) AS board,
       ROWS FROM (jsonb_to_recordset($2) AS (name text, type text, "wipLimit" int)) WITH ORDINALITY
         AS columns (name, type, "wipLimit", place)`,
    [boards, JSON.stringify(OLD_COLUMNS)],
  );
  await client.query(
    `INSERT INTO "Tag" ("id", "boardId", "name", "color", "createdAt", "updatedAt")
     SELECT pg_temp.made('tag', board::bigint * ${TAGS} + place - 1), pg_temp.made('board', board), name,
       pg_temp.pick($3, pg_temp.draw('colour', board * 100 + place)),
       pg_temp.moment() - interval '700 days', pg_temp.moment() - interval '600 days'
     FROM generate_series(1, $1::int) AS board, unnest($2::text[]) WITH ORDINALITY AS tags (name, place)`,
    [boards, tagNames, colours],
  );
  await client.query(
    `INSERT INTO "Project" ("id", "boardId", "ownerId", "name", "description", "desiredOutcome", "status", "createdAt",
       "updatedAt")
     SELECT pg_temp.made('project', board::bigint * ${PROJECTS} + place - 1), pg_temp.made('board', board),
       ${ownerOf("board")}, name, CASE WHEN place % 2 = 0 THEN 'See the folder "' || name || '"' END,
       CASE WHEN place % 3 > 0 THEN 'Done when nobody asks any more' END,
       pg_temp.pick('{active,active,completed,someday,archived}', pg_temp.draw('status', board * 100 + place)),
       pg_temp.moment() - interval '650 days', pg_temp.moment() - interval '20 days'
     FROM generate_series(1, $1::int) AS board, unnest($2::text[]) WITH ORDINALITY AS projects (name, place)`,
    [boards, projectNames],
  );
  await client.query(
    `UPDATE "User" SET "defaultBoardId" = first.id
     FROM (SELECT DISTINCT ON ("ownerId") id, "ownerId" FROM "Board" ORDER BY "ownerId", "createdAt" DESC) AS first
     WHERE "User".id = first."ownerId"`,
  );
}
