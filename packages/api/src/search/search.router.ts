import { protectedProcedure, router } from "../trpc.ts";
import { searchInput, searchTasks } from "./search-tasks.ts";

export const searchRouter = router({
  tasks: protectedProcedure.input(searchInput).query(({ ctx, input }) => searchTasks(ctx, input)),
});
