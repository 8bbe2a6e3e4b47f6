import type { Pool } from "pg";

/**
 * Whether a database has the migration a program was built with, complete. A database that has newer ones is fine:
 * migrations only add, so that an old and a new version can run side by side during an upgrade.
 */
export async function hasMigration(pool: Pool, name: string): Promise<boolean> {
  const { rows } = await pool.query(
    `SELECT FROM _prisma_migrations
     WHERE migration_name = $1 AND finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    [name],
  );
  return rows.length > 0;
}
