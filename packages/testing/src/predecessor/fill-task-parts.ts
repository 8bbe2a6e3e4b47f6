import type { ClientBase } from "pg";
import { ownerOf, TAGS } from "./fill-boards.ts";
import { checklistTitles } from "./words.ts";

const luck = (what: string) => `pg_temp.draw('${what}', task)`;

/** Checklists (one item for every two tasks), tags, hints and e-mailed actions of the planned tasks. */
export async function fillTaskParts(client: ClientBase): Promise<void> {
  await client.query(
    `INSERT INTO "ChecklistItem" ("id", "taskId", "title", "isDone", "position", "createdAt", "updatedAt")
     SELECT pg_temp.made('item', key), id, pg_temp.pick($1, pg_temp.draw('item title', key)),
       pg_temp.draw('item done', key) < 0.4, place, "bornAt" + place * interval '1 second', "endsAt"
     FROM course, generate_series(0, CASE WHEN ${luck("checklist")} < 0.15 THEN floor(6 * ${luck("items")})::int ELSE -1 END) AS place,
       LATERAL (SELECT task * 100::bigint + place AS key) AS keyed`,
    [checklistTitles],
  );
  await client.query(
    `INSERT INTO "TaskTag" ("taskId", "tagId")
     SELECT id, pg_temp.made('tag', board::bigint * ${TAGS} + half * ${TAGS / 2} + floor(${TAGS / 2} * pg_temp.draw('tag', task * 2 + half))::int)
     FROM course, generate_series(0, 1) AS half WHERE pg_temp.draw('tagged', task * 2 + half) < 0.35`,
  );
  await client.query(
    `INSERT INTO "Hint" ("id", "taskId", "agentId", "hintType", "title", "content", "data", "confidence", "applied",
       "createdAt", "updatedAt")
     SELECT pg_temp.made('hint', task), id, pg_temp.pick('{email-agent,slack-agent,planner}', ${luck("agent")}),
       pg_temp.pick('{summary,nextAction,context,dueDate}', ${luck("hint type")}),
       CASE WHEN task % 4 > 0 THEN 'Perhaps: "call first"' END, CASE WHEN task % 5 > 0 THEN E'Because\\nof the mail' END,
       CASE WHEN task % 3 > 0 THEN jsonb_build_object('score', task % 10, 'tags', '["a", null]'::jsonb) END,
       CASE WHEN task % 7 > 0 THEN ${luck("confidence")} END, ${luck("applied")} < 0.4, "bornAt" + interval '1 minute', "endsAt"
     FROM course WHERE ${luck("has hint")} < 0.1`,
  );
  // Sent within the last two weeks and good for one: some are used, some expired, some valid.
  await client.query(
    `INSERT INTO "EmailActionToken" ("id", "taskId", "userId", "token", "action", "expiresAt", "usedAt", "createdAt")
     SELECT pg_temp.made('token', task), id, ${ownerOf("board")},
       encode(sha256(convert_to(pg_temp.made('token text', task)::text, 'UTF8')), 'hex'),
       pg_temp.pick('{complete,complete,snooze}', ${luck("action")}), sent + interval '7 days',
       CASE WHEN ${luck("used")} < 0.3 THEN sent + interval '1 hour' END, sent
     FROM course, LATERAL (SELECT pg_temp.moment() - interval '14 days' * ${luck("sent")} AS sent) AS mail
     WHERE ${luck("has token")} < 0.05`,
  );
}
