import type { ApiDb } from "@kanban/db-api/client";

/** Number of the advisory lock that lets one sign-up at a time decide who administers; any constant of our own. */
const firstAdminLock = 7_301_143;

/**
 * Makes the oldest account administrator if nobody is; answers whether `userId` is one then. Two first sign-ups at once wait for each other, so there is
 * never a second one; a crash between sign-up and this call is made good by the next sign-up.
 */
export async function ensureFirstAdmin(db: ApiDb, userId: string): Promise<boolean> {
  const [, , user] = await db.$transaction([
    db.$executeRaw`SELECT pg_advisory_xact_lock(${firstAdminLock}::bigint)`,
    db.$executeRaw`
      UPDATE "user" SET is_admin = true
      WHERE id = (SELECT id FROM "user" WHERE NOT is_demo ORDER BY created_at, id LIMIT 1)
        AND NOT EXISTS (SELECT FROM "user" WHERE is_admin)`,
    db.user.findUnique({ where: { id: userId }, select: { isAdmin: true } }),
  ]);
  return user?.isAdmin ?? false;
}
