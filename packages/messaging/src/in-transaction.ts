import type { Pool, PoolClient } from "pg";

/**
 * Runs `work` in one transaction: commits when it resolves, rolls back when it throws. A connection on which even the
 * rollback fails is thrown away rather than given back.
 */
export async function inTransaction<Result>(pool: Pool, work: (tx: PoolClient) => Promise<Result>): Promise<Result> {
  const tx = await pool.connect();
  let broken = false;
  try {
    // Waited for: what is sent behind a BEGIN that fails would be committed statement by statement.
    await tx.query("BEGIN");
    const result = await work(tx);
    await tx.query("COMMIT");
    return result;
  } catch (error) {
    await tx.query("ROLLBACK").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    tx.release(broken);
  }
}
