import { boardIdSchema, mailboxIdSchema } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { afterCaptures, mailTlsModes } from "@kanban/domain/mail/mail-sets";
import { senderSchema } from "@kanban/domain/mail/senders-schema";
import { lineText } from "@kanban/domain/text";
import { z } from "zod";

const folderPath = lineText(limits.mailFolder);

/** No address, no port, no path: what those are for has fields of its own. */
const hostSchema = lineText(limits.mailHost)
  .toLowerCase()
  .regex(/^(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|[0-9a-f:.]*:[0-9a-f:.]*)$/, "Must be the name of a server");

const mailFolderSchema = z.strictObject({ path: folderPath, boardId: boardIdSchema.nullable() });
export type MailFolder = z.output<typeof mailFolderSchema>;

const mailTagSchema = lineText(limits.mailTag)
  .toLowerCase()
  .regex(/^[^\s@<>]+$/, "Must be what follows the plus of an address");
const mailAddressSchema = z.strictObject({ tag: mailTagSchema, boardId: boardIdSchema });
export type MailAddress = z.output<typeof mailAddressSchema>;

const hasNoTwins = <Row>(keyOf: (row: Row) => string) => ({
  check: (rows: readonly Row[]) => new Set(rows.map(keyOf)).size === rows.length,
  message: "Is there twice",
});
const paths = hasNoTwins<MailFolder>(({ path }) => path);
const tags = hasNoTwins<MailAddress>(({ tag }) => tag);

/** How a mailbox is reached, and what is done in it. */
const connectionSchema = z
  .strictObject({
    host: hostSchema,
    port: z.int().min(1).max(65_535),
    tls: z.enum(mailTlsModes),
    userName: lineText(limits.mailUserName),
    /** Left out: as it was. Needed for another server or user: whoever changes those must know it. */
    password: z
      .string()
      .min(1)
      .max(limits.mailPassword)
      .regex(/^[^\r\n\0]*$/, "Must be a single line")
      .optional(),
    folders: z.array(mailFolderSchema).min(1).max(limits.foldersPerMailbox).refine(paths.check, paths.message),
    afterCapture: z.enum(afterCaptures),
    moveTo: folderPath.nullable(),
    fromStart: z.boolean(),
  })
  .refine(({ afterCapture, moveTo }) => (afterCapture === "move") === (moveTo !== null), {
    path: ["moveTo"],
    error: "Goes with moving, and only with it",
  })
  .refine(({ moveTo, folders }) => !folders.some(({ path }) => path === moveTo), {
    path: ["moveTo"],
    error: "Must not be a folder that is read",
  });
export type MailboxConnection = z.output<typeof connectionSchema>;

/** What a mailbox and an address for posted mail have in common. */
const sorting = {
  name: lineText(limits.name),
  boardId: boardIdSchema.nullable(),
  addresses: z.array(mailAddressSchema).max(limits.addressesPerMailbox).refine(tags.check, tags.message),
  senders: z
    .array(senderSchema)
    .max(limits.sendersPerMailbox)
    .transform((senders) => [...new Set(senders)]),
};

export const createMailboxInput = z.strictObject({ ...sorting, connection: connectionSchema });
export const createMailHookInput = z.strictObject(sorting);
/** `connection` is left out where it stays, and for what has none. */
export const updateMailboxInput = z.strictObject({
  mailboxId: mailboxIdSchema,
  ...sorting,
  connection: connectionSchema.optional(),
});
export type Sorting = z.output<typeof createMailHookInput>;
