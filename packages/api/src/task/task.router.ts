import { mutationInputs } from "@kanban/domain/mutations";
import { protectedProcedure, router } from "../trpc.ts";
import { moveTask } from "./move-task.ts";

export const taskRouter = router({
  move: protectedProcedure.input(mutationInputs["task.move"]).mutation(({ ctx, input }) => moveTask(ctx, input)),
});
