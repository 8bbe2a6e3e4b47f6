import { mailboxIdSchema } from "@kanban/domain/ids";
import { afterCaptures, mailboxFaults, mailOutcomes, mailTlsModes } from "@kanban/domain/mail/mail-sets";
import { receivedMailSchema } from "@kanban/domain/mail/received-mail";
import { instantSchema } from "@kanban/domain/moment";
import { z } from "zod";
import { defineEvent } from "./define-event.ts";

/** A mailbox is to be followed, as it is described here; its latest description counts, whatever order they come in. */
export const mailboxChanged = defineEvent({
  type: "mailbox.changed",
  payload: z.object({
    mailboxId: mailboxIdSchema,
    changedAt: instantSchema,
    host: z.string(),
    port: z.int(),
    tls: z.enum(mailTlsModes),
    userName: z.string(),
    /** Sealed with the key of the environment, for this mailbox alone. */
    sealedPassword: z.string(),
    /** The first is the one that is waited at. */
    folders: z.array(z.string()).min(1),
    afterCapture: z.enum(afterCaptures),
    /** Where captured messages are moved to. */
    moveTo: z.string().nullable(),
    /** Whether what lies there already counts. */
    fromStart: z.boolean(),
  }),
});

/** Nobody wants that mailbox followed any more, or nobody knows of it. */
export const mailboxRemoved = defineEvent({
  type: "mailbox.removed",
  payload: z.object({ mailboxId: mailboxIdSchema, removedAt: instantSchema }),
});

/** A mail service has posted a mail, whose bytes lie in the storage under this hash: it is to be read. */
export const mailPosted = defineEvent({
  type: "mail.posted",
  payload: z.object({ mailboxId: mailboxIdSchema, sha256: z.string(), receivedAt: instantSchema }),
});

/** What became of a mail, once that is committed. Told anew it changes nothing. */
export const mailSettled = defineEvent({
  type: "mail.settled",
  payload: z.object({ mailId: z.uuid(), mailboxId: mailboxIdSchema, outcome: z.enum(mailOutcomes) }),
});

/** The worker has read a mail. Told until it is settled, always under the same mail id. */
export const mailReceived = defineEvent({ type: "mail.received", payload: receivedMailSchema });

/** How following a mailbox goes. */
export const mailboxReported = defineEvent({
  type: "mailbox.reported",
  payload: z.object({
    mailboxId: mailboxIdSchema,
    /** Of the description that is followed. */
    changedAt: instantSchema,
    reportedAt: instantSchema,
    /** `null`: it is being followed. */
    fault: z.object({ reason: z.enum(mailboxFaults), detail: z.string() }).nullable(),
  }),
});
