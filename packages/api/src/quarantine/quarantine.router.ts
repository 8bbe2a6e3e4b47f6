import { limits } from "@kanban/domain/limits";
import { z } from "zod";
import { protectedProcedure, router } from "../trpc.ts";
import { acceptMail } from "./accept-mail.ts";
import { discardMails } from "./discard-mails.ts";
import { listQuarantine } from "./list-quarantine.ts";

export const quarantineRouter = router({
  list: protectedProcedure.query(({ ctx }) => listQuarantine(ctx)),
  accept: protectedProcedure
    .input(z.strictObject({ mailId: z.uuid(), allowSender: z.boolean() }))
    .mutation(({ ctx, input }) => acceptMail(ctx, input)),
  discard: protectedProcedure
    .input(z.strictObject({ mailIds: z.array(z.uuid()).min(1).max(limits.quarantinePage) }))
    .mutation(({ ctx, input }) => discardMails(ctx, input.mailIds)),
});
