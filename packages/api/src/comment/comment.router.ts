import { mutationInputs } from "@kanban/domain/mutations";
import { protectedProcedure, router } from "../trpc.ts";
import { createComment } from "./create-comment.ts";
import { removeComment } from "./remove-comment.ts";
import { updateComment } from "./update-comment.ts";

export const commentRouter = router({
  create: protectedProcedure
    .input(mutationInputs["comment.create"])
    .mutation(({ ctx, input }) => createComment(ctx, input)),
  update: protectedProcedure
    .input(mutationInputs["comment.update"])
    .mutation(({ ctx, input }) => updateComment(ctx, input)),
  remove: protectedProcedure
    .input(mutationInputs["comment.remove"])
    .mutation(({ ctx, input }) => removeComment(ctx, input)),
});
