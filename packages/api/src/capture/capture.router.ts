import { boardIdSchema, mutationIdSchema } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { typedInstantSchema } from "@kanban/domain/moment";
import { z } from "zod";
import { findCaptureBoard, findChosenCaptureBoard, writeCaptureBoard } from "../board/capture-board.repository.ts";
import { captureTask } from "./capture-task.ts";
import { protectedProcedure, router } from "../trpc.ts";

/** What a browser has kept of a thought, as it was typed, dictated or shared. */
const sendInput = z.strictObject({
  mutationId: mutationIdSchema,
  boardId: boardIdSchema.nullable(),
  text: z.string().max(limits.bodyBytes),
  /** So that files which follow have a name to go by when there is nothing else. */
  fileNames: z.array(z.string().max(limits.fileName)).max(limits.capturedFiles).default([]),
  source: z.enum(["web", "share"]),
  capturedAt: typedInstantSchema,
});

export const captureRouter = router({
  send: protectedProcedure.input(sendInput).mutation(({ ctx, input: { capturedAt, ...input } }) => {
    if (!ctx.files) throw new Error("A process that takes captures needs a place for files");
    return captureTask(ctx, { ...input, receivedAt: capturedAt }, ctx.files);
  }),
  /** Where captures go that name no board: as chosen, and as it comes out now. */
  board: protectedProcedure.query(async ({ ctx: { db, pool, actor } }) => ({
    chosen: await findChosenCaptureBoard(db, actor.userId),
    boardId: await findCaptureBoard(pool, actor.userId),
  })),
  chooseBoard: protectedProcedure
    .input(z.strictObject({ boardId: boardIdSchema.nullable() }))
    .mutation(({ ctx, input }) => writeCaptureBoard(ctx.db, ctx.actor.userId, input.boardId)),
});
