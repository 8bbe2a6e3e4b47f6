import type { Pool, PoolClient } from "pg";
import { advisoryLocks } from "./advisory-locks.ts";
import { type BoardOrder, openBoardOrder, takeImpatientBoards } from "./board-order.ts";
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

/** Events in one transaction of the consumer. */
export const consumerBatch = 200;

/**
 * One thing an event causes. Must be harmless to repeat: a retry runs all handlers of the event again. `isBehind` when
 * the board was past the event already.
 */
export type EventHandler = { name: string; run: (tx: PoolClient, place: { isBehind: boolean }) => Promise<void> };

/** What is to be done about an event. */
export type EventPlan =
  | {
      outcome: "handle";
      handlers: readonly EventHandler[];
      /** A page of its board as it stood at `seq`; with the last one everything up to there is done. */
      snapshot?: { seq: number; isLastPage: boolean };
    }
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
 *
 * Events of a board are applied by `boardSeq`, without a gap. One that comes too early waits; when what is missing does
 * not come, or an event of the board was parked, `askForBoards` is to ask for the board as it is. An event of another
 * epoch than its board stands in waits for a snapshot in that epoch; what stands before that snapshot in the old one
 * was undone and is acknowledged.
 */
export async function consumeInTransaction({
  pool,
  plan,
  askForBoards,
  batch = consumerBatch,
  retry = retryPolicy,
}: {
  pool: Pool;
  plan: (event: InboxEvent) => EventPlan;
  askForBoards: (tx: PoolClient, boardIds: readonly string[], reason: string) => Promise<void>;
  batch?: number;
  retry?: RetryPolicy;
}): Promise<number> {
  return inTransaction(pool, async (tx) => {
    // Whatever does not depend on an answer is asked along with what comes before it: on one connection the order holds.
    const [lock, events] = await Promise.all([
      tx.query<{ elected: boolean }>("SELECT pg_try_advisory_xact_lock($1, $2) AS elected", [
        ...advisoryLocks.consumer,
      ]),
      claimEvents(tx, batch, retry, { isOrdered: true }),
    ]);
    if (!lock.rows[0]?.elected) return 0;
    const [impatient, order] = await Promise.all([
      events.length < batch ? takeImpatientBoards(tx) : [],
      openBoardOrder(tx, events),
    ]);
    if (impatient.length > 0) await askForBoards(tx, impatient, "an event is missing");
    if (events.length === 0) return 0;
    const handled: string[] = [];
    const waitingBoards = new Set<string>();
    const damaged = new Set<string>();
    const consider = async (event: InboxEvent): Promise<"done" | "early"> => {
      if (event.boardId !== null && waitingBoards.has(event.boardId)) return "done";
      const turn = order.turnOf(event);
      if (turn === "later") return "early";
      if (turn === "never") {
        handled.push(event.id);
        return "done";
      }
      const settled = await settle(tx, event, plan(event), { order, retry });
      if (settled === "retried") {
        if (event.boardId !== null) waitingBoards.add(event.boardId);
        return "done";
      }
      order.passed(event);
      if (settled === "handled") handled.push(event.id);
      else if (event.boardId !== null && event.boardSeq !== null) damaged.add(event.boardId);
      return "done";
    };
    // What came too early is considered again for as long as others are done: one's turn may follow from another's.
    let open = events;
    for (let before = Infinity; open.length > 0 && open.length < before;) {
      before = open.length;
      const early: InboxEvent[] = [];
      for (const event of open) if ((await consider(event)) === "early") early.push(event);
      open = early;
    }
    if (damaged.size > 0) await askForBoards(tx, [...damaged], "an event was set aside");
    await Promise.all([order.save(), markHandled(tx, handled)]);
    return events.length;
  });
}

async function settle(
  tx: PoolClient,
  event: InboxEvent,
  todo: EventPlan,
  { order, retry }: { order: BoardOrder; retry: RetryPolicy },
): Promise<"handled" | "parked" | "retried"> {
  if (todo.outcome === "unknown") return "handled";
  if (todo.outcome === "bad") {
    await parkEvent(tx, event.id, todo.reason);
    return "parked";
  }
  const { snapshot } = todo;
  // Older than what is known: repeated, or asked for twice.
  if (snapshot && order.isOutdated(event, snapshot.seq)) return "handled";
  const failure = await runHandlers(tx, event, todo.handlers, { isBehind: order.isBehind(event) });
  if (!failure) {
    if (snapshot?.isLastPage) order.restartAt(event, snapshot.seq);
    return "handled";
  }
  if (!failure.permanent) return countAttempt(tx, event, { reason: failure.reason, retry });
  await parkEvent(tx, event.id, failure.reason);
  return "parked";
}

/** Runs every handler in a savepoint; answers the failure that decides about the event, a retryable one before others. */
async function runHandlers(
  tx: PoolClient,
  event: InboxEvent,
  handlers: readonly EventHandler[],
  place: { isBehind: boolean },
): Promise<{ permanent: boolean; reason: string } | null> {
  let worst: { permanent: boolean; reason: string } | null = null;
  for (const handler of handlers) {
    // Not waited for: it goes out with the handler's first statement.
    const saved = tx.query("SAVEPOINT handler");
    saved.catch(() => {});
    try {
      await handler.run(tx, place);
      await saved;
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
