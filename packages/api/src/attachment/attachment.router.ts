import { mutationInputs } from "@kanban/domain/mutations";
import { protectedProcedure, router } from "../trpc.ts";
import { removeAttachment } from "./remove-attachment.ts";
import { renameAttachment } from "./rename-attachment.ts";
import { restoreAttachment } from "./restore-attachment.ts";
import { setCover } from "./set-cover.ts";

export const attachmentRouter = router({
  rename: protectedProcedure
    .input(mutationInputs["attachment.rename"])
    .mutation(({ ctx, input }) => renameAttachment(ctx, input)),
  remove: protectedProcedure
    .input(mutationInputs["attachment.remove"])
    .mutation(({ ctx, input }) => removeAttachment(ctx, input)),
  restore: protectedProcedure
    .input(mutationInputs["attachment.restore"])
    .mutation(({ ctx, input }) => restoreAttachment(ctx, input)),
  setCover: protectedProcedure
    .input(mutationInputs["attachment.setCover"])
    .mutation(({ ctx, input }) => setCover(ctx, input)),
});
