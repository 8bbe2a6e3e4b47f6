import type { WorkerEventPayload } from "@kanban/events/worker-events";
import type { ApiDeps, Cause } from "../context.ts";
import { inTransaction } from "../in-transaction.ts";
import { keepReport, listFollowedMailboxes, writeMailbox } from "./mailbox.repository.ts";
import { tellMailbox, tellRemoval } from "./tell-mailbox.ts";

/**
 * The worker says how following a mailbox goes. One that follows what is not here, or not so any more (this database
 * may have been restored), is told.
 */
export async function receiveReport(
  { db, clock }: Pick<ApiDeps, "db" | "clock">,
  report: WorkerEventPayload<"mailbox.reported">,
  cause: Cause,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const now = clock.now();
    const changedAt = await keepReport(tx, report);
    const answers = { id: cause.eventId, correlationId: cause.correlationId, depth: cause.depth };
    if (changedAt === null) return tellRemoval(tx, report.mailboxId, { now, cause: answers });
    // An older description is about to be replaced by one that is on its way.
    if (Date.parse(report.changedAt) <= changedAt.getTime()) return;
    const [known] = await listFollowedMailboxes(tx, report.mailboxId);
    if (!known) return;
    const anew = { ...known, changedAt: now };
    await writeMailbox(tx, known.id, { changedAt: now }, { isToldAnew: true });
    await tellMailbox(tx, anew, now);
  });
}
