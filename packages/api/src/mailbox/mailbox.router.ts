import { mailboxIdSchema } from "@kanban/domain/ids";
import { z } from "zod";
import { protectedProcedure, router } from "../trpc.ts";
import { createMailHook } from "./create-mail-hook.ts";
import { createMailbox } from "./create-mailbox.ts";
import { listMailboxes } from "./list-mailboxes.ts";
import { createMailboxInput, createMailHookInput, updateMailboxInput } from "./mailbox-input.ts";
import { removeMailbox } from "./remove-mailbox.ts";
import { updateMailbox } from "./update-mailbox.ts";

export const mailboxRouter = router({
  list: protectedProcedure.query(({ ctx }) => listMailboxes(ctx)),
  create: protectedProcedure.input(createMailboxInput).mutation(({ ctx, input }) => createMailbox(ctx, input)),
  createHook: protectedProcedure.input(createMailHookInput).mutation(({ ctx, input }) => createMailHook(ctx, input)),
  update: protectedProcedure.input(updateMailboxInput).mutation(({ ctx, input }) => updateMailbox(ctx, input)),
  remove: protectedProcedure
    .input(z.strictObject({ mailboxId: mailboxIdSchema }))
    .mutation(({ ctx, input }) => removeMailbox(ctx, input.mailboxId)),
});
