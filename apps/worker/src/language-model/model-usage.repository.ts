import type { Pool } from "pg";

/** Tokens spent on a day, e.g. `2026-11-29`. */
export async function readTokens(pool: Pool, day: string): Promise<number> {
  const { rows } = await pool.query<{ tokens: string }>("SELECT tokens FROM model_usage WHERE day = $1", [day]);
  return Number(rows[0]?.tokens ?? 0);
}

/** Adds what a question cost, whatever came of it. */
export async function addTokens(pool: Pool, day: string, tokens: number): Promise<void> {
  await pool.query(
    `INSERT INTO model_usage (day, tokens, questions) VALUES ($1, $2, 1)
     ON CONFLICT (day) DO UPDATE SET tokens = model_usage.tokens + excluded.tokens,
       questions = model_usage.questions + 1`,
    [day, tokens],
  );
}
