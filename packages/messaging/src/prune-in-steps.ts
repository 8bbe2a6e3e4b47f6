import type { Pool } from "pg";

/** Rows deleted by one statement: a fraction of a second, so that nobody waits for a lock or a log. */
export const prunedAtOnce = 5_000;

/** Repeats a statement that deletes at most {@link prunedAtOnce} rows and counts them as `pruned`; answers how many in all. */
export async function pruneInSteps(
  pool: Pick<Pool, "query">,
  statement: string,
  values: unknown[] = [],
): Promise<number> {
  for (let total = 0; ;) {
    const { rows } = await pool.query<{ pruned: number }>(statement, values);
    const pruned = rows[0]?.pruned ?? 0;
    total += pruned;
    if (pruned < prunedAtOnce) return total;
  }
}
