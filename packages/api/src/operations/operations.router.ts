import { adminProcedure, router } from "../trpc.ts";
import { askForReport } from "./ask-for-report.ts";
import { decide } from "./decide.ts";
import { decideInput } from "./decide-input.ts";
import { getStatus } from "./get-status.ts";

export const operationsRouter = router({
  status: adminProcedure.query(({ ctx }) => getStatus(ctx)),
  refresh: adminProcedure.mutation(({ ctx }) => askForReport(ctx)),
  decide: adminProcedure.input(decideInput).mutation(({ ctx, input }) => decide(ctx, ctx.actor, input)),
});
