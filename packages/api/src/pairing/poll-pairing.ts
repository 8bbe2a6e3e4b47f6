import type { BoardId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { DomainError } from "@kanban/domain/refusal";
import type { TokenScope } from "@kanban/domain/token-scopes";
import { z } from "zod";
import { checkTokenBoard } from "../token/check-token-board.ts";
import type { ApiDeps } from "../context.ts";
import { inTransaction } from "../in-transaction.ts";
import { newId } from "../new-id.ts";
import { insertToken } from "../token/token.repository.ts";
import { hashOfSecret, newTokenSecret } from "../token/token-secret.ts";
import { deletePairing, holdPairing, notePoll } from "./pairing.repository.ts";

export const pollPairingInput = z.strictObject({ deviceCode: z.string().min(1).max(200) });

export type PollAnswer =
  | { state: "waiting" }
  /** Asked sooner than it was told to. */
  | { state: "too-soon" }
  | { state: "denied" }
  /** Of no use any more: unknown, over, or the token was handed out. */
  | { state: "expired" }
  | { state: "paired"; token: string; name: string; scopes: TokenScope[]; boardId: BoardId | null };

/**
 * What a device is answered that asks whether somebody has confirmed it. The token is made here and told once: an
 * answer that gets lost leaves one that nobody has, to be seen and revoked in the settings.
 */
export async function pollPairing(
  { db, clock }: Pick<ApiDeps, "db" | "clock">,
  { deviceCode }: z.output<typeof pollPairingInput>,
): Promise<PollAnswer> {
  const now = clock.now();
  return inTransaction(db, async (tx): Promise<PollAnswer> => {
    const pairing = await holdPairing(tx, hashOfSecret(deviceCode), now);
    if (!pairing) return { state: "expired" };
    // A breath less than asked for: clocks and networks are not exact.
    const soonest = (pairing.polledAt?.getTime() ?? 0) + limits.pairingPollSeconds * 1000 - 500;
    if (now.getTime() < soonest) return { state: "too-soon" };
    await notePoll(tx, pairing.id, now);
    if (pairing.isApproved === null) return { state: "waiting" };
    await deletePairing(tx, pairing.id);
    if (!pairing.isApproved) return { state: "denied" };
    const { decidedBy: userId, name, scopes, boardId } = pairing;
    if (!(await isStillAllowed(() => checkTokenBoard(tx, userId, boardId)))) return { state: "denied" };
    const { secret, ...kept } = newTokenSecret();
    const token = { id: newId(now), userId, name, scopes, boardId, ...kept, createdAt: now, expiresAt: null };
    if (!(await insertToken(tx, token, limits.tokensPerUser))) return { state: "denied" };
    return { state: "paired", token: secret, name, scopes, boardId };
  });
}

/** Rights may have gone between the yes and this question. */
async function isStillAllowed(check: () => Promise<void>): Promise<boolean> {
  try {
    await check();
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
