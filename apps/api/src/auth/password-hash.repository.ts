import type { ApiDb } from "@kanban/db-api/client";

/**
 * Puts another hash of the same password in the place of a verified one. Found by the hash itself, which its salt makes
 * one of a kind: where the password was changed meanwhile it is found no more, and that one stays.
 */
export async function replaceHash(db: ApiDb, verified: string, fresh: string): Promise<void> {
  await db.account.updateMany({ where: { password: verified }, data: { password: fresh } });
}
