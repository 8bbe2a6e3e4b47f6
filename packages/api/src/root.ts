import { taskRouter } from "./task/task.router.ts";
import { router } from "./trpc.ts";

export const appRouter = router({
  task: taskRouter,
});

export type AppRouter = typeof appRouter;
