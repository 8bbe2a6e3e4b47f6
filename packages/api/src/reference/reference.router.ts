import { protectedProcedure, router } from "../trpc.ts";
import { listReference, referenceInput } from "./list-reference.ts";

export const referenceRouter = router({
  list: protectedProcedure.input(referenceInput).query(({ ctx, input }) => listReference(ctx, input)),
});
