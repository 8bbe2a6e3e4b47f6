import type { ActorContext } from "../context.ts";
import { inSqlTransaction } from "../in-transaction.ts";
import { appendInstanceEvent } from "../bridge/instance-event.repository.ts";
import { mayAskForReport } from "./worker-report.repository.ts";

/** However many people look at the page, the worker is asked no more often. */
const everySeconds = 3;

/** Asks the worker how it is; the answer comes as an event. Does nothing while it has just been asked. */
export async function askForReport({ pool, clock }: Pick<ActorContext, "pool" | "clock">): Promise<{ asked: boolean }> {
  return inSqlTransaction(pool, async (tx) => {
    if (!(await mayAskForReport(tx, everySeconds))) return { asked: false };
    await appendInstanceEvent(tx, "report.requested", {}, { now: clock.now() });
    return { asked: true };
  });
}
