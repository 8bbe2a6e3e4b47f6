import { mutationInputs } from "@kanban/domain/mutations";
import { protectedProcedure, router } from "../trpc.ts";
import { createTaskLink } from "./create-task-link.ts";
import { removeTaskLink } from "./remove-task-link.ts";

export const taskLinkRouter = router({
  create: protectedProcedure
    .input(mutationInputs["taskLink.create"])
    .mutation(({ ctx, input }) => createTaskLink(ctx, input)),
  remove: protectedProcedure
    .input(mutationInputs["taskLink.remove"])
    .mutation(({ ctx, input }) => removeTaskLink(ctx, input)),
});
