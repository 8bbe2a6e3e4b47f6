import { appendInstanceEvent } from "@kanban/api/bridge/instance-event.repository";
import { retellMailboxes } from "@kanban/api/mailbox/retell-mailboxes";
import type { ApiDeps } from "@kanban/api/context";
import { sqlTxOf } from "@kanban/db-api/transaction";
import type { Envelope } from "@kanban/events/envelope";
import type { WorkerEventPayload } from "@kanban/events/worker-events";
import { inTransaction } from "@kanban/messaging/in-transaction";
import { receiveWatermark } from "@kanban/messaging/receive-watermark";
import { republishAll } from "@kanban/messaging/republish";
import { reportWatermark } from "@kanban/messaging/watermark";
import { apiSide } from "./api-side.ts";
import { listDeliveries } from "./delivery-report.repository.ts";

/** A worker's backup that is older has lost more than letters; and nobody waits longer for one. */
const confirmedDays = 30;
/** Deliveries in one event: some tens of kilobytes. */
const perPage = 500;

/**
 * The worker says where its database stands. What it has lost is told again; one that has heard nothing asks for the
 * boards as they are, so only what is about no board is repeated to it. It is answered with what it was known to have
 * sent, which it must hear before it sends anything more, and then with where this database stands.
 */
export async function receiveWorkerWatermark(
  { pool, clock }: Pick<ApiDeps, "pool" | "clock">,
  envelope: Envelope,
  report: WorkerEventPayload<"watermark.reported">,
): Promise<void> {
  const side = apiSide(clock);
  await inTransaction(pool, async (tx) => {
    const verdict = await receiveWatermark(tx, side, envelope, report);
    if (verdict.isStale) return;
    if (verdict.hasLostTrack) await republishAll(tx, side.outbox, ["mail.requested"]);
    // Followed mailboxes are none of a board's, so no snapshot brings them back.
    if (verdict.peer !== "known") await retellMailboxes(sqlTxOf(tx), clock.now());
    if (report.answers === null) {
      const deliveries = await listDeliveries(tx, confirmedDays);
      for (let from = 0; from < deliveries.length; from += perPage) {
        const page = { deliveries: deliveries.slice(from, from + perPage) };
        await appendInstanceEvent(sqlTxOf(tx), "deliveries.confirmed", page, { now: clock.now(), cause: envelope });
      }
    }
    if (!verdict.isToBeAnswered) return;
    await reportWatermark(tx, side, { answers: envelope.id, before: verdict.position });
  });
}
