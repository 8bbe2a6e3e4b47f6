import { deliveryReported } from "@kanban/events/delivery-events";
import { inTransaction } from "@kanban/messaging/in-transaction";
import { describeError, PermanentError } from "@kanban/messaging/permanent-error";
import type { Pool } from "pg";
import type { Job, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { instanceEventOf } from "../bridge/instance-event.ts";
import { maySend } from "../bridge/instance.repository.ts";
import { deterministicId } from "@kanban/messaging/deterministic-id";
import { appendOutbox } from "../jobs/agent-run.repository.ts";
import { beginSending, markSent, markUnsent } from "./delivery.repository.ts";
import { letterJobSchema } from "./letter-job.ts";
import { LetterRefused, type Mailer } from "./mailer.ts";

export type LetterDeps = {
  pool: Pool;
  boss: Pick<PgBoss, "complete">;
  /** `null`: mail is not configured. */
  mailer: Mailer | null;
  log: Logger;
  now: () => Date;
};
export type LetterJob = Pick<Job, "id" | "name" | "data" | "retryCount">;

/**
 * Sends one letter. That it is about to leave is committed before, that it has left, the news of it and the job's
 * completion are one commit after: a crash in between sends it once more, under the same Message-ID, and no crash
 * sends it never. Resolves also for a letter that failed for want of a mail server, which trying again cannot help.
 * @throws PermanentError when the mail server refused it for good.
 */
export async function sendLetter(deps: LetterDeps, job: LetterJob): Promise<void> {
  const { pool, boss, mailer, log, now } = deps;
  const parsed = letterJobSchema.safeParse(job.data);
  if (!parsed.success) throw new PermanentError(`Not the data of a send-mail job: ${parsed.error.message}`);
  const { deliveryId } = parsed.data;
  if (!mailer) {
    log.warn({ deliveryId }, "a letter was not sent: mail is not configured");
    return markUnsent(pool, deliveryId, { state: "failed", error: "mail is not configured" });
  }
  if (!(await maySend(pool))) throw new Error("The API has yet to say what was sent before");
  const letter = await beginSending(pool, deliveryId);
  if (letter === undefined) throw new PermanentError("There is no such letter");
  if (letter === null) return;
  try {
    await mailer.send(letter);
  } catch (error) {
    const isFinal = error instanceof LetterRefused;
    const reason = describeError(error);
    await markUnsent(pool, deliveryId, { state: isFinal ? "failed" : "waiting", error: reason });
    throw isFinal ? new PermanentError(reason) : error;
  }
  const sentAt = now();
  const fact = { deliveryId, channel: "mail", sentAt: sentAt.toISOString() } as const;
  const news = instanceEventOf(deliveryReported, fact, { id: deterministicId(deliveryId, deliveryReported.type) });
  await inTransaction(pool, async (tx) => {
    await markSent(tx, deliveryId, sentAt);
    await appendOutbox(tx, [news]);
    // Whether or not this attempt still holds its job: the letter has left.
    const db = { executeSql: (text: string, values?: unknown[]) => tx.query(text, values) };
    await boss.complete(job.name, [{ id: job.id, retryCount: job.retryCount }], undefined, { db });
  });
  log.info({ deliveryId }, "letter sent");
}
