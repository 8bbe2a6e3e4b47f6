import { mutationInputs } from "@kanban/domain/mutations";
import { protectedProcedure, router } from "../trpc.ts";
import { createColumn } from "./create-column.ts";
import { moveColumn } from "./move-column.ts";
import { removeColumn } from "./remove-column.ts";
import { updateColumn } from "./update-column.ts";

export const columnRouter = router({
  create: protectedProcedure
    .input(mutationInputs["column.create"])
    .mutation(({ ctx, input }) => createColumn(ctx, input)),
  update: protectedProcedure
    .input(mutationInputs["column.update"])
    .mutation(({ ctx, input }) => updateColumn(ctx, input)),
  move: protectedProcedure.input(mutationInputs["column.move"]).mutation(({ ctx, input }) => moveColumn(ctx, input)),
  remove: protectedProcedure
    .input(mutationInputs["column.remove"])
    .mutation(({ ctx, input }) => removeColumn(ctx, input)),
});
