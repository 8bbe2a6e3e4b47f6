import type { Pool } from "pg";
import type { OutboxTable } from "./outbox-table.ts";
import { prunedAtOnce, pruneInSteps } from "./prune-in-steps.ts";

/**
 * How long what is done is kept: long enough to look back and to make good a restored backup of the other side, which
 * is told again from here (`republishAfter`). Whoever restores an older one builds projections anew.
 */
const keptDays = 30;

/**
 * Deletes events that were handled, published or discarded more than thirty days ago; answers how many. What has a
 * place in a board's history is never deleted, nor are events of `keptTypes`, nor the newest one received or published:
 * watermarks and links stand on them. Safe in every replica at once.
 */
export async function pruneBridge(
  pool: Pick<Pool, "query">,
  outbox: OutboxTable,
  { keptTypes = [] }: { keptTypes?: readonly string[] } = {},
): Promise<number> {
  const old = (column: string) => `${column} < now() - interval '${keptDays} days'`;
  const ofHistory = outbox.name === "event_log" ? "AND board_seq IS NULL" : "";
  let heard = 0;
  // In the order of an index each: otherwise an inbox of which little is old may be read from end to end.
  for (const column of ["handled_at", "discarded_at"])
    heard += await pruneInSteps(
      pool,
      `WITH gone AS (DELETE FROM event_inbox WHERE position IN (
           SELECT position FROM event_inbox WHERE ${old(column)}
             AND position <> (SELECT max(position) FROM event_inbox) ORDER BY ${column} LIMIT ${prunedAtOnce}) RETURNING id)
       , failures AS (DELETE FROM event_handler_failure WHERE event_id IN (SELECT id FROM gone))
       SELECT count(*)::int AS pruned FROM gone`,
    );
  const told = await pruneInSteps(
    pool,
    `WITH gone AS (DELETE FROM ${outbox.name} WHERE position IN (
         SELECT position FROM ${outbox.name} WHERE ${old("published_at")} ${ofHistory}
           AND position <> (SELECT max(position) FROM ${outbox.name} WHERE published_at IS NOT NULL)
           AND id IS DISTINCT FROM (SELECT sent_up_to FROM instance) AND type <> ALL($1)
         ORDER BY published_at LIMIT ${prunedAtOnce}) RETURNING 1)
     SELECT count(*)::int AS pruned FROM gone`,
    [keptTypes],
  );
  return heard + told;
}
