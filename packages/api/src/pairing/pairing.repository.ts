import type { BoardId, UserId } from "@kanban/domain/ids";
import type { TokenScope } from "@kanban/domain/token-scopes";
import type { ApiDb, ApiTx } from "../context.ts";
import type { TokenRequest } from "../token/token.repository.ts";

export type NewPairing = {
  id: string;
  deviceSha256: string;
  userSha256: string;
  deviceName: string;
  createdAt: Date;
  expiresAt: Date;
};

/** Writes a device's question; false when its code is in use or too many devices ask at this moment. */
export async function insertPairing(db: ApiDb, pairing: NewPairing, most: number): Promise<boolean> {
  if ((await db.devicePairing.count({ where: { expiresAt: { gt: pairing.createdAt } } })) >= most) return false;
  return (await db.devicePairing.createMany({ data: [pairing], skipDuplicates: true })).count === 1;
}

/** The device that shows a code and waits for an answer. */
export async function findWaitingPairing(db: ApiDb, userSha256: string, now: Date) {
  return db.devicePairing.findFirst({
    where: { userSha256, expiresAt: { gt: now }, isApproved: null },
    select: { deviceName: true, createdAt: true, expiresAt: true },
  });
}

/** Answers a waiting device, once; false when there is none. */
export async function decidePairing(
  db: ApiDb,
  { userSha256, now, decidedBy }: { userSha256: string; now: Date; decidedBy: UserId },
  approved: TokenRequest | null,
): Promise<boolean> {
  const answer = approved ? { ...approved, scopes: [...approved.scopes], isApproved: true } : { isApproved: false };
  const { count } = await db.devicePairing.updateMany({
    where: { userSha256, expiresAt: { gt: now }, isApproved: null },
    data: { ...answer, decidedBy },
  });
  return count === 1;
}

/** A device's question as it stands, or the answer it has got. */
export type HeldPairing = { id: string; polledAt: Date | null } & (
  | { isApproved: null | false }
  | { isApproved: true; decidedBy: UserId; name: string; scopes: TokenScope[]; boardId: BoardId | null }
);

/** A device's question, held to the commit: of two that ask at once, one gets the token. */
export async function holdPairing(tx: ApiTx, deviceSha256: string, now: Date): Promise<HeldPairing | null> {
  const [row] = await tx.sql<HeldPairing>`
    SELECT id::text, polled_at AS "polledAt", is_approved AS "isApproved", decided_by::text AS "decidedBy", name, scopes,
      board_id::text AS "boardId"
    FROM device_pairing WHERE device_sha256 = ${deviceSha256} AND expires_at > ${now}::timestamptz FOR UPDATE`;
  return row ?? null;
}

/** Notes when the device asked. */
export async function notePoll(tx: ApiTx, id: string, polledAt: Date): Promise<void> {
  await tx.devicePairing.updateMany({ where: { id }, data: { polledAt } });
}

/** Ends a question. */
export async function deletePairing(tx: ApiTx, id: string): Promise<void> {
  await tx.devicePairing.deleteMany({ where: { id } });
}

/** Forgets questions nobody answered. */
export async function forgetOldPairings(db: ApiDb, now: Date): Promise<void> {
  await db.devicePairing.deleteMany({ where: { expiresAt: { lt: now } } });
}
