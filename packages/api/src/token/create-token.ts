import { limits } from "@kanban/domain/limits";
import { refuse } from "@kanban/domain/refusal";
import type { z } from "zod";
import type { ActorContext } from "../context.ts";
import { inTransaction } from "../in-transaction.ts";
import { newId } from "../new-id.ts";
import { checkTokenBoard } from "./check-token-board.ts";
import type { createTokenInput } from "./token-input.ts";
import { insertToken } from "./token.repository.ts";
import { newTokenSecret } from "./token-secret.ts";

const dayMs = 86_400_000;

/** Makes a token; its secret is in this answer and nowhere else. */
export async function createToken({ db, actor, clock }: ActorContext, input: z.output<typeof createTokenInput>) {
  await checkTokenBoard(db, actor.userId, input.boardId);
  const now = clock.now();
  const { secret, ...kept } = newTokenSecret();
  const { expiresInDays, ...asked } = input;
  const expiresAt = expiresInDays === null ? null : new Date(now.getTime() + expiresInDays * dayMs);
  const token = { id: newId(now), userId: actor.userId, ...asked, ...kept, createdAt: now, expiresAt };
  const isMade = await inTransaction(db, (tx) => insertToken(tx, token, limits.tokensPerUser));
  if (!isMade) refuse("LIMIT_REACHED", { limit: limits.tokensPerUser });
  return { tokenId: token.id, secret };
}
