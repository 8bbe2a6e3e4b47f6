import type { Pool, PoolClient } from "pg";
import { advisoryLocks } from "./advisory-locks.ts";
import { inTransaction } from "./in-transaction.ts";
import {
  claimEvents,
  countAttempt,
  type InboxEvent,
  markHandled,
  parkEvent,
  recordFailure,
  type RetryPolicy,
  retryPolicy,
} from "./inbox-table.ts";
import { describeError, PermanentError } from "./permanent-error.ts";

/** One thing an event causes. Must be harmless to repeat: a retry runs all handlers of the event again. */
export type EventHandler = { name: string; run: (tx: PoolClient) => Promise<void> };

/** What is to be done about an event. */
export type EventPlan =
  | { outcome: "handle"; handlers: readonly EventHandler[] }
  /** Not known to this build: kept, acknowledged. */
  | { outcome: "unknown" }
  /** Not what its schema says: parked at once. */
  | { outcome: "bad"; reason: string };

/**
 * Works off one batch of the event inbox in ONE transaction: everything the handlers write through `tx` and the mark
 * that the event is handled are committed together or not at all. Answers how many events it looked at; 0 also when
 * another replica is the consumer at the moment.
 *
 * A handler that throws is rolled back to its own savepoint and recorded; the event's other handlers still run and
 * keep their effect. A PermanentError parks the event; any other error keeps it open, and with it the later events of
 * its board, until it succeeds or has failed `maxAttempts` times and is parked. Other boards never wait.
 */
export async function consumeInTransaction({
  pool,
  plan,
  batch = 200,
  retry = retryPolicy,
}: {
  pool: Pool;
  plan: (event: InboxEvent) => EventPlan;
  batch?: number;
  retry?: RetryPolicy;
}): Promise<number> {
  return inTransaction(pool, async (tx) => {
    const lock = await tx.query<{ elected: boolean }>("SELECT pg_try_advisory_xact_lock($1, $2) AS elected", [
      ...advisoryLocks.consumer,
    ]);
    if (!lock.rows[0]?.elected) return 0;
    const events = await claimEvents(tx, batch, retry);
    const handled: string[] = [];
    const waitingBoards = new Set<string>();
    for (const event of events) {
      if (event.boardId !== null && waitingBoards.has(event.boardId)) continue;
      const todo = plan(event);
      if (todo.outcome === "bad") {
        await parkEvent(tx, event.id, todo.reason);
        continue;
      }
      const failure = todo.outcome === "handle" ? await runHandlers(tx, event, todo.handlers) : null;
      if (!failure) handled.push(event.id);
      else if (failure.permanent) await parkEvent(tx, event.id, failure.reason);
      else if (
        (await countAttempt(tx, event, { reason: failure.reason, retry })) === "retried" &&
        event.boardId !== null
      )
        waitingBoards.add(event.boardId);
    }
    await markHandled(tx, handled);
    return events.length;
  });
}

/** Runs every handler in a savepoint; answers the failure that decides about the event, a retryable one before others. */
async function runHandlers(
  tx: PoolClient,
  event: InboxEvent,
  handlers: readonly EventHandler[],
): Promise<{ permanent: boolean; reason: string } | null> {
  let worst: { permanent: boolean; reason: string } | null = null;
  for (const handler of handlers) {
    await tx.query("SAVEPOINT handler");
    try {
      await handler.run(tx);
      await tx.query("RELEASE SAVEPOINT handler");
    } catch (error) {
      // Throws when the connection itself is gone: then nothing of this batch counts, not even the attempt.
      await tx.query("ROLLBACK TO SAVEPOINT handler");
      await recordFailure(tx, event.id, handler.name, error);
      const permanent = error instanceof PermanentError;
      if (!worst || (worst.permanent && !permanent))
        worst = { permanent, reason: `${handler.name}: ${describeError(error)}` };
    }
  }
  return worst;
}
