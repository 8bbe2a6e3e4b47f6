import type { ApiDb } from "@kanban/db-api/client";
import type { UserId } from "@kanban/domain/ids";

/** Not an address mail can reach (RFC 2606), and without a password: the account is entered from loopback only. */
const demoEmail = "alex@demo.invalid";

/** The demo account, made if there is none; safe to ask twice at once. */
export async function ensureDemoUser(db: ApiDb, timeZone: string): Promise<UserId> {
  const user = await db.user.upsert({
    where: { email: demoEmail },
    create: { email: demoEmail, name: "Alex Keller", emailVerified: true, isDemo: true, timeZone },
    update: {},
    select: { id: true },
  });
  return user.id as UserId;
}

/** Whether somebody has an account of their own: then this is no place for a demo. */
export async function hasPeople(db: ApiDb): Promise<boolean> {
  return (await db.user.findFirst({ where: { isDemo: false }, select: { id: true } })) !== null;
}
