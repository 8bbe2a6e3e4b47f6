import { isDeepStrictEqual } from "node:util";
import type pg from "pg";

/*
 * What is the same however events came: not when, not in which order hints were recorded, and of agents only what they
 * made of texts that stand. Whether a text was read before it was replaced, finished or thrown away is chance. So is the
 * version the worker knows of a task: a snapshot, which a board that waited long enough asks for, brings the latest, and
 * events only that of the last change agents need to hear of. An agent that had spoken when a date was set looks again,
 * one that had not reads once: its last word on a text is what counts, and not by which job it came.
 */
const steadyInLog = `NOT EXISTS (SELECT FROM event_log AS e WHERE e.aggregate_id = t.id
  AND (e.type IN ('task.archived', 'task.removed', 'task.restored')
    OR e.type = 'task.moved' AND 'done' IN (e.payload -> 'to' ->> 'kind', e.payload -> 'from' ->> 'kind')))`;
const steadyInInbox = `NOT EXISTS (SELECT FROM left_inbox AS l WHERE l.task_id = p.task_id::text)`;
/** Agents that learn make of a text what others had been filed as by then, which is chance. */
const readsTextAlone = (agent: string) => `${agent} NOT IN ('tags', 'context', 'project', 'duplicate', 'estimate')`;
const leftInbox = `WITH left_inbox AS MATERIALIZED (
  SELECT coalesce(envelope -> 'payload' ->> 'taskId', envelope -> 'payload' -> 'card' ->> 'id') AS task_id
  FROM event_inbox WHERE type IN ('task.archived', 'task.removed', 'task.restored')
    OR type = 'task.moved' AND 'done' IN (envelope -> 'payload' -> 'to' ->> 'kind', envelope -> 'payload' -> 'from' ->> 'kind'))`;

const questions: readonly { side: "api" | "worker"; about: string; text: string }[] = [
  {
    side: "api",
    about: "boards",
    text: `SELECT to_jsonb(b) - 'seq' AS row FROM board b UNION ALL SELECT to_jsonb(c) FROM "column" c
           UNION ALL SELECT to_jsonb(t) - 'hint_count' FROM task t UNION ALL SELECT to_jsonb(i) FROM checklist_item i
           UNION ALL SELECT to_jsonb(l) FROM tag l UNION ALL SELECT to_jsonb(l) FROM task_tag l
           UNION ALL SELECT to_jsonb(l) FROM context l UNION ALL SELECT to_jsonb(l) FROM task_context l
           UNION ALL SELECT to_jsonb(l) FROM project l`,
  },
  {
    side: "api",
    about: "hints",
    text: `SELECT to_jsonb(h) - ARRAY['proposed_at', 'decided_at'] AS row FROM hint h JOIN task t ON t.id = h.task_id
           WHERE h.state = 'proposed' AND ${steadyInLog} AND ${readsTextAlone("h.agent")}`,
  },
  {
    side: "worker",
    about: "projection",
    text: `SELECT to_jsonb(p) - ARRAY['updated_at', 'board_seq', 'version'] AS row FROM task_projection p`,
  },
  {
    side: "worker",
    about: "agent runs",
    text: `${leftInbox} SELECT to_jsonb(r) - ARRAY['started_at', 'finished_at', 'took_ms', 'latency_ms'] AS row
           FROM agent_run r JOIN task_projection p ON p.task_id = r.task_id AND p.text_event_id = r.text_event_id
           WHERE ${steadyInInbox} AND ${readsTextAlone("r.agent")}`,
  },
  {
    side: "worker",
    about: "reports of agents",
    text: `${leftInbox}, last_report AS (
             SELECT DISTINCT ON (p.task_id, o.envelope -> 'payload' ->> 'agent') o.envelope -> 'payload' AS payload
             FROM event_outbox o JOIN task_projection p ON p.task_id::text = o.envelope -> 'payload' ->> 'taskId'
               AND p.text_event_id::text = o.envelope ->> 'causationId'
             WHERE o.type = 'hints.proposed' AND ${steadyInInbox}
               AND ${readsTextAlone("o.envelope -> 'payload' ->> 'agent'")}
             ORDER BY p.task_id, o.envelope -> 'payload' ->> 'agent', o.position DESC)
           SELECT jsonb_set(payload, '{hints}', (SELECT jsonb_agg(hint - 'hintId' ORDER BY place)
             FROM jsonb_array_elements(payload -> 'hints') WITH ORDINALITY AS said (hint, place))) AS row
           FROM last_report WHERE payload -> 'hints' <> '[]'`,
  },
];

/** Answers in what two databases of one side differ, with the first row that does. */
export async function compareSettled(of: "api" | "worker", clean: pg.Pool, broken: pg.Pool): Promise<string[]> {
  const asked = questions.filter(({ side }) => side === of);
  const found = await Promise.all(
    asked.map(async ({ side, about, text }) => {
      const read = async (pool: pg.Pool) =>
        (await pool.query<{ row: object }>(`SELECT row FROM (${text}) AS rows ORDER BY row::text`)).rows;
      const [expected, got] = await Promise.all([read(clean), read(broken)]);
      const first = expected.findIndex((row, index) => !isDeepStrictEqual(row, got[index]));
      if (first < 0 && expected.length === got.length) return [];
      const rows = [expected[Math.max(0, first)], got[Math.max(0, first)]].map((row) => JSON.stringify(row?.row));
      return [
        `disorder came to something else: ${about} of the ${side}: ${expected.length} rows and ${got.length}; ${rows.join(" is not ")}`,
      ];
    }),
  );
  return found.flat();
}
