import { boardIdSchema } from "@kanban/domain/ids";
import { z } from "zod";
import { findCaptureBoard, findChosenCaptureBoard, writeCaptureBoard } from "../board/capture-board.repository.ts";
import { protectedProcedure, router } from "../trpc.ts";

export const captureRouter = router({
  /** Where captures go that name no board: as chosen, and as it comes out now. */
  board: protectedProcedure.query(async ({ ctx: { db, pool, actor } }) => ({
    chosen: await findChosenCaptureBoard(db, actor.userId),
    boardId: await findCaptureBoard(pool, actor.userId),
  })),
  chooseBoard: protectedProcedure
    .input(z.strictObject({ boardId: boardIdSchema.nullable() }))
    .mutation(({ ctx, input }) => writeCaptureBoard(ctx.db, ctx.actor.userId, input.boardId)),
});
