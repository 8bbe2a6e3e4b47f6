import { z } from "zod";
import { mailboxIdSchema } from "../ids.ts";
import { instantSchema } from "../moment.ts";

/** A file of a mail; its bytes have been stored under their hash. */
const mailFileSchema = z.object({
  name: z.string(),
  /** By its content. */
  type: z.string(),
  size: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type MailFile = z.infer<typeof mailFileSchema>;

/** A mail as it was read from its bytes: what a capture, or a person who decides about it, needs of it. */
export const receivedMailSchema = z.object({
  /** Follows from the mailbox and the message: the same message, come again, has the same. */
  mailId: z.uuid(),
  mailboxId: mailboxIdSchema,
  subject: z.string(),
  /** Markdown, without pictures from elsewhere. */
  text: z.string(),
  from: z.object({ name: z.string(), address: z.string() }),
  /** Every address it was sent to, in small letters. */
  to: z.array(z.string()),
  messageId: z.string().nullable(),
  /** Message-IDs it goes back to, the nearest first. */
  answers: z.array(z.string()),
  /** Where it lay; `null` for what a service has posted. */
  folder: z.string().nullable(),
  receivedAt: instantSchema,
  /** Of a list, a newsletter or a program: counts only from senders somebody has named. */
  isBulk: z.boolean(),
  files: z.array(mailFileSchema),
});
export type ReceivedMail = z.infer<typeof receivedMailSchema>;
