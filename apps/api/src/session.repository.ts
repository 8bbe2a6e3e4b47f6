import type { ApiDb } from "@kanban/db-api/client";
import type { UserId } from "@kanban/domain/ids";

export type StoredSession = { sessionId: string; userId: UserId; timeZone: string; expiresAt: Date };

/** The unexpired session of a token, with the person it belongs to. One query: every request asks it. */
export async function findSession(db: ApiDb, token: string): Promise<StoredSession | null> {
  const [row] = await db.$queryRaw<StoredSession[]>`
    SELECT s.id::text AS "sessionId", u.id::text AS "userId", u.time_zone AS "timeZone", s.expires_at AS "expiresAt"
    FROM session s JOIN "user" u ON u.id = s.user_id
    WHERE s.token = ${token} AND s.expires_at > now()`;
  return row ?? null;
}
