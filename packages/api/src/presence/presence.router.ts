import { boardIdSchema, taskIdSchema } from "@kanban/domain/ids";
import { refuse } from "@kanban/domain/refusal";
import { z } from "zod";
import { getBoardClock } from "../board/board.repository.ts";
import { protectedProcedure, router } from "../trpc.ts";
import { removePresence, writePresence } from "./presence.repository.ts";

const tabId = z.uuid().toLowerCase();
const beatInput = z.strictObject({ tabId, boardId: boardIdSchema, taskId: taskIdSchema.nullable() });

/** Who has a board in front of them: said by tabs every few seconds, told by the live stream. No part of its history. */
export const presenceRouter = router({
  beat: protectedProcedure.input(beatInput).mutation(async ({ ctx, input }) => {
    const { userId } = ctx.actor;
    if (await writePresence(ctx.db, { ...input, userId })) return;
    await getBoardClock(ctx.db, input.boardId, userId);
    refuse("TASK_NOT_FOUND");
  }),
  leave: protectedProcedure
    .input(z.strictObject({ tabId }))
    .mutation(({ ctx, input }) => removePresence(ctx.db, input.tabId, ctx.actor.userId)),
});
