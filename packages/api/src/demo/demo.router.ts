import { protectedProcedure, router } from "../trpc.ts";
import { loadDemo, loadDemoInput } from "./load-demo.ts";

export const demoRouter = router({
  load: protectedProcedure.input(loadDemoInput).mutation(({ ctx, input }) => loadDemo(ctx, input)),
});
