import { limits } from "@kanban/domain/limits";
import { refuse } from "@kanban/domain/refusal";
import { z } from "zod";
import type { ActorContext } from "../context.ts";
import { countAttempt } from "../rate-limit.repository.ts";
import { checkTokenBoard } from "../token/check-token-board.ts";
import { tokenRequestInput } from "../token/token-input.ts";
import { listTokens } from "../token/token.repository.ts";
import { protectedProcedure, router } from "../trpc.ts";
import { decidePairing, findWaitingPairing } from "./pairing.repository.ts";
import { hashOfUserCode } from "./user-code.ts";

const code = z.string().min(1).max(40);

/** Nobody types more codes a minute; whoever tries them out does. */
const tries = { window: 60, max: 30 };

async function countTry({ db, actor, clock }: ActorContext): Promise<void> {
  const { allowed } = await countAttempt(db, `pair|${actor.userId}`, tries, clock.now().getTime());
  if (!allowed) refuse("TOO_MANY_ATTEMPTS");
}

export const pairingRouter = router({
  /** The device that shows this code. */
  find: protectedProcedure.input(z.strictObject({ code })).query(async ({ ctx, input }) => {
    await countTry(ctx);
    const found = await findWaitingPairing(ctx.db, hashOfUserCode(input.code), ctx.clock.now());
    const { deviceName, createdAt, expiresAt } = found ?? refuse("PAIRING_NOT_FOUND");
    return { deviceName, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
  }),
  /** Lets the device have a token, which it then fetches. */
  confirm: protectedProcedure
    .input(z.strictObject({ code, ...tokenRequestInput }))
    .mutation(async ({ ctx, input: { code: typed, ...asked } }) => {
      const { db, actor, clock } = ctx;
      await countTry(ctx);
      await checkTokenBoard(db, actor.userId, asked.boardId);
      if ((await listTokens(db, actor.userId)).length >= limits.tokensPerUser)
        refuse("LIMIT_REACHED", { limit: limits.tokensPerUser });
      const which = { userSha256: hashOfUserCode(typed), now: clock.now(), decidedBy: actor.userId };
      if (!(await decidePairing(db, which, asked))) refuse("PAIRING_NOT_FOUND");
    }),
  /** Tells the device no. */
  deny: protectedProcedure.input(z.strictObject({ code })).mutation(async ({ ctx, input }) => {
    await countTry(ctx);
    const which = { userSha256: hashOfUserCode(input.code), now: ctx.clock.now(), decidedBy: ctx.actor.userId };
    if (!(await decidePairing(ctx.db, which, null))) refuse("PAIRING_NOT_FOUND");
  }),
});
