import { mutationInputs } from "@kanban/domain/mutations";
import { protectedProcedure, router } from "../trpc.ts";
import { boardItselfInput } from "./board-itself-input.ts";
import { createBoard, createBoardInput } from "./create-board.ts";
import { deltaInput, getDelta } from "./get-delta.ts";
import { getPace, paceInput } from "./get-pace.ts";
import { getSnapshot, snapshotInput } from "./get-snapshot.ts";
import { listBoards } from "./list-boards.ts";
import { goneInput, listGoneTasks } from "./list-gone-tasks.ts";
import { removeBoard } from "./remove-board.ts";
import { restoreBoard } from "./restore-board.ts";
import { updateBoard } from "./update-board.ts";
import { undo } from "../undo/undo.ts";

export const boardRouter = router({
  list: protectedProcedure.query(({ ctx }) => listBoards(ctx)),
  create: protectedProcedure.input(createBoardInput).mutation(({ ctx, input }) => createBoard(ctx, input)),
  update: protectedProcedure
    .input(mutationInputs["board.update"])
    .mutation(({ ctx, input }) => updateBoard(ctx, input)),
  remove: protectedProcedure.input(boardItselfInput).mutation(({ ctx, input }) => removeBoard(ctx, input)),
  restore: protectedProcedure.input(boardItselfInput).mutation(({ ctx, input }) => restoreBoard(ctx, input)),
  undo: protectedProcedure.input(mutationInputs["board.undo"]).mutation(({ ctx, input }) => undo(ctx, input)),
  snapshot: protectedProcedure.input(snapshotInput).query(({ ctx, input }) => getSnapshot(ctx, input)),
  delta: protectedProcedure.input(deltaInput).query(({ ctx, input }) => getDelta(ctx, input)),
  pace: protectedProcedure.input(paceInput).query(({ ctx, input }) => getPace(ctx, input)),
  gone: protectedProcedure.input(goneInput).query(({ ctx, input }) => listGoneTasks(ctx, input)),
});
