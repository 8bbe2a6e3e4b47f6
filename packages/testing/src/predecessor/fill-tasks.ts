import type { ClientBase } from "pg";
import { ownerOf, PROJECTS } from "./fill-boards.ts";
import { columnId } from "./old-columns.ts";
import { columnAfter, stepAt } from "./plan-courses.ts";
import { endings, notes, openings, subjects, waitingFor } from "./words.ts";

const luck = (what: string) => `pg_temp.draw('${what}', course.task)`;

/** The task of every planned course, where and as its course left it. */
export async function fillTasks(client: ClientBase): Promise<void> {
  const languages = openings.length;
  await client.query(
    `WITH ended AS (
       SELECT course.*, ${columnAfter("course.moves")} AS place,
         CASE WHEN "lastMove" IS NULL THEN "bornAt" ELSE ${stepAt(`course."lastMove"`)} END AS "movedAt",
         CASE WHEN steps < 2 THEN "bornAt" ELSE ${stepAt("course.steps - 1")} END AS "lastAt",
         CASE WHEN "moveBefore" IS NOT NULL THEN ${stepAt(`course."moveBefore"`)} END AS "movedBeforeAt",
         1 + floor(${languages} * ${luck("language")})::int AS language
       FROM course
     ), course AS (
       SELECT *, CASE
         WHEN place = 8 THEN "movedAt"
         WHEN place = 9 THEN "movedBeforeAt"
         WHEN "lastType" = 'COMPLETED' THEN "lastAt" END AS "completedAt"
       FROM ended
     )
     INSERT INTO "Task" ("id", "boardId", "columnId", "projectId", "ownerId", "title", "description", "context",
       "waitingFor", "dueAt", "priority", "duration", "needsBreakdown", "metadata", "isDone", "position", "createdAt",
       "updatedAt", "completedAt", "lastMovedAt", "stale")
     SELECT id, pg_temp.made('board', board), ${columnId("board", "place")},
       CASE WHEN ${luck("has project")} < 0.3
         THEN pg_temp.made('project', board::bigint * ${PROJECTS} + floor(${PROJECTS} * ${luck("project")})::int) END,
       ${ownerOf("board")},
       ($1::text[])[language][1 + floor(${openings[0]!.length} * ${luck("opening")})::int] || ' '
         || ($2::text[])[language][1 + floor(${subjects[0]!.length} * ${luck("subject")})::int]
         || pg_temp.pick($3, ${luck("ending")}),
       CASE WHEN ${luck("has notes")} < 0.4 THEN pg_temp.pick($4, ${luck("notes")}) END,
       pg_temp.pick('{EMAIL,MEETING,PHONE,READ,WATCH,DESK,OTHER,NULL,NULL,NULL}', ${luck("context")})::"TaskContext",
       CASE WHEN place = 6 THEN pg_temp.pick($5, ${luck("waiting")}) END,
       CASE WHEN ${luck("due")} < 0.2 THEN date_trunc('day', "bornAt") + interval '9 days'
         WHEN ${luck("due")} < 0.3 THEN date_trunc('minute', "endsAt") + interval '30 days' END,
       pg_temp.pick('{LOW,MEDIUM,HIGH,NULL,NULL,NULL}', ${luck("priority")})::"TaskPriority",
       pg_temp.pick('{15m,30m,1h,2h,NULL,NULL,NULL,NULL}', ${luck("duration")}), ${luck("breakdown")} < 0.05,
       CASE WHEN ${luck("metadata")} < 0.1 THEN jsonb_build_object('source', 'mail', 'messageId', '<' || task || '@example.org>') END,
       "completedAt" IS NOT NULL,
       row_number() OVER (PARTITION BY board, place ORDER BY "movedAt", task) - 1,
       "bornAt", greatest("lastAt", "movedAt"), "completedAt", "movedAt", "completedAt" IS NULL AND coalesce("lastType" = 'STALE', false)
     FROM course`,
    [openings, subjects, endings, notes, waitingFor],
  );
}
