import { mutationInputs } from "@kanban/domain/mutations";
import { protectedProcedure, router } from "../trpc.ts";
import { createView } from "./create-view.ts";
import { moveView } from "./move-view.ts";
import { removeView } from "./remove-view.ts";
import { updateView } from "./update-view.ts";

export const viewRouter = router({
  create: protectedProcedure.input(mutationInputs["view.create"]).mutation(({ ctx, input }) => createView(ctx, input)),
  update: protectedProcedure.input(mutationInputs["view.update"]).mutation(({ ctx, input }) => updateView(ctx, input)),
  move: protectedProcedure.input(mutationInputs["view.move"]).mutation(({ ctx, input }) => moveView(ctx, input)),
  remove: protectedProcedure.input(mutationInputs["view.remove"]).mutation(({ ctx, input }) => removeView(ctx, input)),
});
