import { mutationInputs } from "@kanban/domain/mutations";
import { protectedProcedure, router } from "../trpc.ts";
import { createTag } from "./create-tag.ts";
import { removeTag } from "./remove-tag.ts";
import { updateTag } from "./update-tag.ts";

export const tagRouter = router({
  create: protectedProcedure.input(mutationInputs["tag.create"]).mutation(({ ctx, input }) => createTag(ctx, input)),
  update: protectedProcedure.input(mutationInputs["tag.update"]).mutation(({ ctx, input }) => updateTag(ctx, input)),
  remove: protectedProcedure.input(mutationInputs["tag.remove"]).mutation(({ ctx, input }) => removeTag(ctx, input)),
});
