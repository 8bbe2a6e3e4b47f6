import type { ApiDeps } from "../context.ts";
import { deterministicId } from "@kanban/messaging/deterministic-id";
import { inSqlTransaction } from "../in-transaction.ts";
import { alertLetter } from "./alert-letter.ts";
import { listOperators, listSetAside, markAlerted, mayAlert, takeUntold } from "./alert.repository.ts";
import { appendInstanceEvent } from "../bridge/instance-event.repository.ts";

/** A night of trouble is a handful of letters, and each of them is read. */
const everySeconds = 3_600;

/**
 * Asks for one letter to each administrator when something has been set aside of which none of them was told; answers
 * how many letters. What was set aside is told once, and once more when it was put back and set aside again. Any number
 * of replicas may call this at any time.
 */
export async function writeAlert(
  { pool, clock }: Pick<ApiDeps, "pool" | "clock">,
  { appUrl }: { appUrl: string },
): Promise<number> {
  return inSqlTransaction(pool, async (tx) => {
    if (!(await mayAlert(tx, everySeconds))) return 0;
    const setAside = await listSetAside(tx);
    if (setAside.length === 0) return 0;
    const operators = await listOperators(tx);
    if (operators.length === 0) return 0;
    const keyed = setAside.map((thing) => ({
      thing,
      key: deterministicId(thing.id, `alert ${thing.kind} ${thing.at}`),
    }));
    const untold = await takeUntold(
      tx,
      keyed.map(({ key }) => key),
    );
    const news = keyed.filter(({ key }) => untold.has(key));
    if (news.length === 0) return 0;
    await markAlerted(tx);
    const letter = alertLetter(
      news.map(({ thing }) => thing),
      appUrl,
    );
    for (const { id, email } of operators) {
      const deliveryId = deterministicId(id, `alert ${news.map(({ key }) => key).join(" ")}`);
      await appendInstanceEvent(tx, "mail.requested", { deliveryId, to: email, ...letter }, { now: clock.now() });
    }
    return operators.length;
  });
}
