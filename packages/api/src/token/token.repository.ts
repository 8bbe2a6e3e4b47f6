import type { BoardId, UserId } from "@kanban/domain/ids";
import type { TokenScope } from "@kanban/domain/token-scopes";
import type { ApiDb, ApiTx, Pool } from "../context.ts";

/** A token as its person sees it: all but what would let somebody use it. */
export type ShownToken = {
  id: string;
  name: string;
  prefix: string;
  scopes: TokenScope[];
  boardId: BoardId | null;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
};

/** What is asked for of a new token. */
export type TokenRequest = { name: string; scopes: readonly TokenScope[]; boardId: BoardId | null };

const shown = {
  ...{ id: true, name: true, prefix: true, scopes: true, boardId: true },
  ...{ createdAt: true, expiresAt: true, lastUsedAt: true },
} as const;

/** A person's tokens, the newest first. */
export async function listTokens(db: ApiDb, userId: UserId): Promise<ShownToken[]> {
  const rows = await db.apiToken.findMany({ where: { userId }, select: shown, orderBy: { createdAt: "desc" } });
  return rows.map((row) => ({
    ...row,
    scopes: row.scopes as TokenScope[],
    boardId: row.boardId as BoardId | null,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }));
}

/** Writes a token unless its person has `most` already; false when they have. */
export async function insertToken(
  tx: ApiTx,
  token: TokenRequest & {
    id: string;
    userId: UserId;
    prefix: string;
    sha256: string;
    createdAt: Date;
    expiresAt: Date | null;
  },
  most: number,
): Promise<boolean> {
  // Two at once are counted one after the other.
  await tx.sql`SELECT FROM "user" WHERE id = ${token.userId}::uuid FOR NO KEY UPDATE`;
  if ((await tx.apiToken.count({ where: { userId: token.userId } })) >= most) return false;
  await tx.apiToken.create({ data: { ...token, scopes: [...token.scopes] }, select: { id: true } });
  return true;
}

/** Ends a token of the person's; false when they have none of that id. */
export async function deleteToken(db: ApiDb, userId: UserId, id: string): Promise<boolean> {
  return (await db.apiToken.deleteMany({ where: { id, userId } })).count === 1;
}

/** Forgets tokens that ended a while ago: until then their person can see what became of them. */
export async function forgetEndedTokens(db: ApiDb, before: Date): Promise<void> {
  await db.apiToken.deleteMany({ where: { expiresAt: { lt: before } } });
}

/** Who carries a token, and what it lets them do. */
export type Bearer = {
  tokenId: string;
  userId: UserId;
  timeZone: string;
  scopes: TokenScope[];
  boardId: BoardId | null;
};

/**
 * The bearer of a token that holds now, `null` otherwise. Asked on every request, so that revoking counts at once.
 * Notes that it was used, to the minute: a busy token does not write its row on every request.
 */
export async function findBearer(pool: Pool, sha256: string, now: Date): Promise<Bearer | null> {
  const { rows } = await pool.query<Bearer & { isNoted: boolean }>(
    `SELECT t.id::text AS "tokenId", u.id::text AS "userId", u.time_zone AS "timeZone", t.scopes,
       t.board_id::text AS "boardId", coalesce(t.last_used_at > $2::timestamptz - interval '1 minute', false) AS "isNoted"
     FROM api_token t JOIN "user" u ON u.id = t.user_id
     WHERE t.sha256 = $1 AND (t.expires_at IS NULL OR t.expires_at > $2::timestamptz)`,
    [sha256, now],
  );
  const [row] = rows;
  if (!row) return null;
  const { isNoted, ...bearer } = row;
  if (!isNoted) await pool.query("UPDATE api_token SET last_used_at = $2 WHERE id = $1", [bearer.tokenId, now]);
  return bearer;
}
