import type { ClientBase } from "pg";
import { ownerOf } from "./fill-boards.ts";
import { columnId, OLD_COLUMNS } from "./old-columns.ts";
import { columnAfter, stepAt, stepKey, stepType } from "./plan-courses.ts";

/** The events of every planned course. */
export async function fillHistories(client: ClientBase): Promise<void> {
  await client.query(
    `WITH walk AS (
       SELECT course.*, step, ${stepType("step")} AS type
       FROM course, generate_series(0, course.steps - 1) AS step
     ), course AS (
       SELECT walk.*, count(*) FILTER (WHERE type = 'MOVED') OVER (PARTITION BY task ORDER BY step) AS moved FROM walk
     ), placed AS (
       SELECT course.*, CASE WHEN type = 'MOVED' THEN ${columnAfter("moved - 1")} END AS before,
         CASE WHEN type IN ('CREATED', 'MOVED') THEN ${columnAfter("moved")} END AS after
       FROM course
     )
     INSERT INTO "TaskEvent"
       ("id", "taskId", "boardId", "type", "fromColumnId", "toColumnId", "payload", "triggeredBy", "createdAt")
     SELECT pg_temp.made('event', ${stepKey("step")}), id, pg_temp.made('board', board), type::"TaskEventType",
       CASE WHEN before IS NOT NULL THEN ${columnId("board", "before")} END,
       CASE WHEN after IS NOT NULL THEN ${columnId("board", "after")} END,
       CASE type
         WHEN 'MOVED' THEN jsonb_build_object('fromColumnName', ($1::text[])[before + 1],
           'toColumnName', ($1::text[])[after + 1], 'wipOverride', step % 20 = 7, 'position', step % 9)
         WHEN 'RULE_TRIGGERED' THEN jsonb_build_object('ruleId', pg_temp.made('rule', board::bigint * 2), 'ruleName',
           'Archive what is done')
       END,
       CASE type WHEN 'STALE' THEN 'system' WHEN 'RULE_TRIGGERED' THEN 'rule' ELSE ${ownerOf("board")}::text END,
       ${stepAt("step")}
     FROM placed AS course`,
    [OLD_COLUMNS.map(({ name }) => name)],
  );
}
