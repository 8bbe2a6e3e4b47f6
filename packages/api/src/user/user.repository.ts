import type { UserId } from "@kanban/domain/ids";
import type { ApiDb } from "../context.ts";

/** What a person is told of themselves. */
const profileSelect = {
  id: true,
  name: true,
  email: true,
  timeZone: true,
  locale: true,
  isAdmin: true,
  isDemo: true,
} as const;

export type Profile = NonNullable<Awaited<ReturnType<typeof findProfile>>>;

/** A person's own account. */
export async function findProfile(db: ApiDb, userId: UserId) {
  return db.user.findUnique({ where: { id: userId }, select: profileSelect });
}

/** Writes what a person changes of themselves; answers the account as it is then, `null` when it is gone. */
export async function writeProfile(
  db: ApiDb,
  userId: UserId,
  fields: { name?: string; timeZone?: string; locale?: string },
): Promise<Profile | null> {
  await db.user.updateMany({ where: { id: userId }, data: fields });
  return findProfile(db, userId);
}

/** Asked on each call, so that a right taken away counts at once. */
export async function isInstanceAdmin(db: ApiDb, userId: UserId): Promise<boolean> {
  return (await db.user.count({ where: { id: userId, isAdmin: true, isDemo: false } })) === 1;
}
