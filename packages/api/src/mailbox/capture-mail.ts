import { type MutationId, mutationIdSchema, type TaskId } from "@kanban/domain/ids";
import { boardForMail } from "@kanban/domain/mail/board-for-mail";
import { captureOfMail } from "@kanban/domain/mail/capture-of-mail";
import type { ReceivedMail } from "@kanban/domain/mail/received-mail";
import { DomainError } from "@kanban/domain/refusal";
import { captureTask } from "../capture/capture-task.ts";
import { deriveId } from "../capture/derive-id.ts";
import type { ActorContext, ApiDeps, Cause } from "../context.ts";
import { inTransaction } from "../in-transaction.ts";
import { findAnsweredTask, insertCapturedMail } from "./captured-mail.repository.ts";
import type { MailboxWithOwner } from "./mailbox.repository.ts";

/** Where files are: a process that takes mail has a place for them. */
export type CaptureDeps = Pick<ApiDeps, "files">;

/**
 * Makes an inbox task of a mail, in its person's name, with its files, beside the task of the mail it answers where that
 * is on the same board. However often it is asked, also by two deliveries of one message, it is one task.
 * @throws DomainError as `captureTask` does.
 */
export async function captureMail(
  deps: ApiDeps & CaptureDeps,
  mailbox: MailboxWithOwner,
  mail: ReceivedMail,
  cause: Cause | null,
): Promise<void> {
  const { userId, owner } = mailbox;
  if (!deps.files) throw new Error("A process that takes mail needs a place for files");
  const ctx: ActorContext = { ...deps, actor: { userId, timeZone: owner.timeZone, means: "token" }, cause };
  const answered = await findAnsweredTask(deps.db, userId, mail.answers);
  const mutationId = mutationOf(mail);
  const asked = {
    ...captureOfMail(mail),
    mutationId,
    boardId: boardForMail(mailbox, mail) ?? answered?.boardId ?? null,
    source: "mail" as const,
    receivedAt: mail.receivedAt,
    attachments: mail.files,
    relatesTo: answered?.taskId ?? null,
  };
  try {
    await captureTask(ctx, asked, deps.files);
  } catch (error) {
    // Its id is made of the mail alone: it has been captured before, when its mailbox was sorted otherwise.
    if (!(error instanceof DomainError) || error.code !== "MUTATION_ID_REUSED") throw error;
  }
  // A captured task has the id of its capture.
  const taskId = mutationId as string as TaskId;
  await inTransaction(deps.db, (tx) => insertCapturedMail(tx, { userId, taskId, ...mail, now: deps.clock.now() }));
}

function mutationOf({ mailboxId, mailId }: ReceivedMail): MutationId {
  return mutationIdSchema.parse(deriveId("mail", mailboxId, mailId));
}
