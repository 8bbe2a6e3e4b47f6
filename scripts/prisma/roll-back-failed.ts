import pg from "pg";

/**
 * Lets a migration that failed be tried again. Our schema engine runs each migration as one transaction, so a failed
 * one left nothing behind, and Prisma's refusal to go on (P3009) would only wait for somebody to say so.
 * Only rows with a recorded error: one without may be running in another process at this moment.
 */
export async function rollBackFailed(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ exists: boolean }>(
      `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS exists`,
    );
    if (!rows[0]?.exists) return;
    await client.query(
      "UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL AND logs IS NOT NULL",
    );
  } finally {
    await client.end();
  }
}
