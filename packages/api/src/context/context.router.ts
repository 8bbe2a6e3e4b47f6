import { mutationInputs } from "@kanban/domain/mutations";
import { protectedProcedure, router } from "../trpc.ts";
import { createContext } from "./create-context.ts";
import { removeContext } from "./remove-context.ts";
import { updateContext } from "./update-context.ts";

export const contextRouter = router({
  create: protectedProcedure
    .input(mutationInputs["context.create"])
    .mutation(({ ctx, input }) => createContext(ctx, input)),
  update: protectedProcedure
    .input(mutationInputs["context.update"])
    .mutation(({ ctx, input }) => updateContext(ctx, input)),
  remove: protectedProcedure
    .input(mutationInputs["context.remove"])
    .mutation(({ ctx, input }) => removeContext(ctx, input)),
});
