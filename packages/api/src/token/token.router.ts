import { refuse } from "@kanban/domain/refusal";
import { z } from "zod";
import { protectedProcedure, router } from "../trpc.ts";
import { createToken } from "./create-token.ts";
import { createTokenInput } from "./token-input.ts";
import { deleteToken, listTokens } from "./token.repository.ts";

export const tokenRouter = router({
  list: protectedProcedure.query(({ ctx }) => listTokens(ctx.db, ctx.actor.userId)),
  create: protectedProcedure.input(createTokenInput).mutation(({ ctx, input }) => createToken(ctx, input)),
  revoke: protectedProcedure.input(z.strictObject({ tokenId: z.uuid() })).mutation(async ({ ctx, input }) => {
    if (!(await deleteToken(ctx.db, ctx.actor.userId, input.tokenId))) refuse("TOKEN_NOT_FOUND");
  }),
});
