import type pg from "pg";
import type { Rig } from "../../rig/open-rig.ts";

/** What a second delivery may touch: when an event left and when it was handled. */
const marks = ["published_at", "handled_at"];
/** Who is signed in and how the two instances talk about themselves: neither is what happened to boards. */
const besides = ["session", "rate_limit", "instance", "peer", "worker_report", "delivery_report"];

/** One hash for each table of both databases, over every row and column but the relay's and the consumer's marks. */
export async function hashEveryByte({ api, worker }: Rig["databases"]): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const [side, pool] of Object.entries({ api, worker })) {
    const { rows: tables } = await pool.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    );
    for (const { name } of tables.filter((table) => !besides.includes(table.name)))
      hashes.set(`${side}.${name}`, await hashTable(pool, `"${name}"`, ofBoards(name)));
  }
  const jobs = `(SELECT id, name, state, data FROM pgboss.job WHERE name NOT LIKE '\\_\\_%')`;
  return hashes.set("worker's jobs", await hashTable(worker, jobs, "true"));
}

/** Answers what the later state has otherwise. */
export function compareBytes(before: Map<string, string>, after: Map<string, string>, when: string): string[] {
  return [...before].filter(([table, hash]) => after.get(table) !== hash).map(([table]) => `${when} changed ${table}`);
}

async function hashTable(pool: pg.Pool, table: string, where: string): Promise<string> {
  const { rows } = await pool.query<{ hash: string }>(
    `SELECT count(*) || ' ' || md5(coalesce(string_agg(line, E'\\n' ORDER BY line COLLATE "C"), '')) AS hash
     FROM (SELECT (to_jsonb(t) - $1::text[])::text AS line FROM ${table} AS t WHERE ${where}) AS lines`,
    [marks],
  );
  return rows[0]!.hash;
}

/** The instances' own words are a conversation: told again they are answered again, with new words. */
function ofBoards(table: string): string {
  if (table === "event_log") return "board_id IS NOT NULL";
  return ["event_inbox", "event_outbox"].includes(table) ? "envelope ->> 'boardId' IS NOT NULL" : "true";
}
