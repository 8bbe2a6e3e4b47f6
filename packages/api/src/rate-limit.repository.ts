import type { ApiDb } from "@kanban/db-api/client";

export type RateLimitRule = { window: number; max: number };

/**
 * Counts one attempt under `key` and says whether it is within `max` per `window` seconds. One statement, so that
 * simultaneous attempts on any replica are counted one by one; outside every transaction, so that no rollback forgets
 * them. The window begins with its first attempt: being refused does not prolong it.
 */
export async function countAttempt(
  db: ApiDb,
  key: string,
  { window, max }: RateLimitRule,
  nowMs: number,
): Promise<{ allowed: boolean; retryAfter: number | null }> {
  const rows = await db.$queryRaw<{ count: number; startedMs: number }[]>`
    INSERT INTO rate_limit (key, count, last_request) VALUES (${key}, 1, ${nowMs}::bigint)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN rate_limit.last_request + ${window * 1000}::bigint <= ${nowMs}::bigint THEN 1 ELSE least(rate_limit.count, 1000000) + 1 END,
      last_request = CASE WHEN rate_limit.last_request + ${window * 1000}::bigint <= ${nowMs}::bigint THEN ${nowMs}::bigint ELSE rate_limit.last_request END
    RETURNING count, last_request::float8 AS "startedMs"`;
  const row = rows[0];
  if (!row || row.count <= max) return { allowed: true, retryAfter: null };
  return { allowed: false, retryAfter: Math.max(1, Math.ceil((row.startedMs + window * 1000 - nowMs) / 1000)) };
}

/** Forgets attempts older than `olderThanSeconds`; run now and then, since addresses are endless. */
export async function forgetOldAttempts(db: ApiDb, olderThanSeconds: number, nowMs: number): Promise<void> {
  await db.rateLimit.deleteMany({ where: { lastRequest: { lt: BigInt(nowMs - olderThanSeconds * 1000) } } });
}
