import { mutationInputs } from "@kanban/domain/mutations";
import { protectedProcedure, router } from "../trpc.ts";
import { createProject } from "./create-project.ts";
import { removeProject } from "./remove-project.ts";
import { updateProject } from "./update-project.ts";

export const projectRouter = router({
  create: protectedProcedure
    .input(mutationInputs["project.create"])
    .mutation(({ ctx, input }) => createProject(ctx, input)),
  update: protectedProcedure
    .input(mutationInputs["project.update"])
    .mutation(({ ctx, input }) => updateProject(ctx, input)),
  remove: protectedProcedure
    .input(mutationInputs["project.remove"])
    .mutation(({ ctx, input }) => removeProject(ctx, input)),
});
