import { mutationInputs } from "@kanban/domain/mutations";
import type { TRPCRouterRecord } from "@trpc/server";
import { protectedProcedure } from "../trpc.ts";
import { applyHint } from "./apply-hint.ts";
import { dismissHint } from "./dismiss-hint.ts";
import { listHintsInput, listHintsOfTask } from "./list-hints.ts";

// A record, not a router: `router()` refuses the name "apply", for the sake of `procedure.apply(…)`. By name and through
// `client.hint.apply.mutate(…)` it works like any other; an in-process caller writes `caller.hint.apply.call(null, input)`.
export const hintProcedures = {
  list: protectedProcedure.input(listHintsInput).query(({ ctx, input }) => listHintsOfTask(ctx, input)),
  apply: protectedProcedure.input(mutationInputs["hint.apply"]).mutation(({ ctx, input }) => applyHint(ctx, input)),
  dismiss: protectedProcedure
    .input(mutationInputs["hint.dismiss"])
    .mutation(({ ctx, input }) => dismissHint(ctx, input)),
} satisfies TRPCRouterRecord;
