import { taskIdSchema } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { z } from "zod";
import { protectedProcedure, router } from "../trpc.ts";
import { takeItems } from "./take-items.ts";
import { releaseLeases } from "./lease.repository.ts";

const tabId = z.uuid().toLowerCase();
const takeInput = z.strictObject({
  tabId,
  wanted: z
    .array(taskIdSchema)
    .max(limits.clarifyWanted)
    .transform((ids) => [...new Set(ids)]),
});

/** Which items of inboxes a tab has in hand, so that two people are never handed the same. No part of a board's history. */
export const clarifyRouter = router({
  take: protectedProcedure.input(takeInput).mutation(({ ctx, input }) => takeItems(ctx, input)),
  release: protectedProcedure
    .input(z.strictObject({ tabId }))
    .mutation(({ ctx, input }) => releaseLeases(ctx.db, { tabId: input.tabId, userId: ctx.actor.userId })),
});
