import type { ClientBase } from "pg";
import { columnId } from "./old-columns.ts";
import { ownerOf } from "./fill-boards.ts";

/** Two rules and two recurring templates for each regular board. */
export async function fillAutomations(client: ClientBase, boards: number): Promise<void> {
  await client.query(
    `INSERT INTO "Rule" ("id", "boardId", "ownerId", "name", "description", "enabled", "priority", "trigger",
       "conditions", "actions", "lastRunAt", "createdAt", "updatedAt")
     SELECT pg_temp.made('rule', board::bigint * 2 + kind), pg_temp.made('board', board), ${ownerOf("board")},
       CASE kind WHEN 0 THEN 'Archive what is done' ELSE 'Stale → clarify' END,
       CASE kind WHEN 0 THEN 'after two weeks' END, pg_temp.draw('enabled', board * 2 + kind) < 0.7, kind * 10,
       CASE kind WHEN 0 THEN '{"type": "schedule", "cron": "0 3 * * *"}'::jsonb ELSE '{"type": "task.stale"}' END,
       CASE kind WHEN 0 THEN '{"isDone": true, "olderThanDays": 14}'::jsonb END,
       jsonb_build_array(jsonb_build_object('type', 'move', 'columnId', ${columnId("board", "CASE kind WHEN 0 THEN 9 ELSE 1 END")})),
       CASE kind WHEN 0 THEN pg_temp.moment() - interval '1 day' END,
       pg_temp.moment() - interval '500 days', pg_temp.moment() - interval '400 days'
     FROM generate_series(1, $1::int) AS board, generate_series(0, 1) AS kind`,
    [boards],
  );
  await client.query(
    `INSERT INTO "RecurringTemplate" ("id", "boardId", "ownerId", "name", "description", "payload", "rrule", "timezone",
       "nextRunAt", "lastRunAt", "isActive", "createdAt", "updatedAt")
     SELECT pg_temp.made('template', board::bigint * 2 + kind), pg_temp.made('board', board), ${ownerOf("board")},
       CASE kind WHEN 0 THEN 'Weekly review' ELSE 'Miete überweisen' END, NULL,
       jsonb_build_object('title', CASE kind WHEN 0 THEN 'Weekly review 🧹' ELSE 'Miete überweisen' END,
         'columnId', ${columnId("board", "0")}, 'description', E'1. collect\\n2. clarify'),
       CASE kind WHEN 0 THEN 'FREQ=WEEKLY;BYDAY=FR;BYHOUR=16;BYMINUTE=0' ELSE 'FREQ=MONTHLY;BYMONTHDAY=1' END,
       CASE kind WHEN 0 THEN 'Europe/Berlin' ELSE 'UTC' END,
       CASE kind WHEN 0 THEN pg_temp.moment() + interval '3 days' END,
       CASE kind WHEN 0 THEN pg_temp.moment() - interval '4 days' END,
       kind = 0, pg_temp.moment() - interval '500 days', pg_temp.moment() - interval '4 days'
     FROM generate_series(1, $1::int) AS board, generate_series(0, 1) AS kind`,
    [boards],
  );
}
