import type { Pool, PoolClient } from "pg";
import { advisoryLocks } from "./advisory-locks.ts";
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

/** Events looked at in one go. */
export const oneByOneBatch = 100;

/**
 * What became of an event its executor did not throw on. `unfinished`: a part of it is done and committed, and it is to
 * be executed once more for the rest; so that no execution takes longer than its executor stays elected.
 */
export type ExecuteOutcome =
  | { outcome: "handled" }
  | { outcome: "unfinished" }
  | { outcome: "unknown" }
  | { outcome: "bad"; reason: string };

/** A process that stops in the middle, frozen or cut off, is elected no longer than this. */
const electedForMs = 10_000;

/**
 * Works off one batch of the event inbox, each event by an `execute` that commits its own transaction and is harmless
 * to repeat (its mutation id is the event's id): a crash between that commit and the mark executes it again. Answers
 * how many events it looked at; 0 also when another replica is the consumer at the moment.
 *
 * Errors are treated as `consumeInTransaction` treats them: PermanentError parks at once, any other keeps the event and
 * the later ones of its board waiting, and parks it after `maxAttempts`.
 */
export async function consumeOneByOne({
  pool,
  execute,
  batch = oneByOneBatch,
  retry = retryPolicy,
  silenceMs = electedForMs,
}: {
  pool: Pool;
  /** `stillHere` is for work that takes long: told between its parts, the election stays. */
  execute: (event: InboxEvent, stillHere: () => Promise<void>) => Promise<ExecuteOutcome>;
  batch?: number;
  retry?: RetryPolicy;
  /** An execution that takes longer loses the election, and is repeated by whoever has it next. */
  silenceMs?: number;
}): Promise<number> {
  // The lock lives as long as this connection, because no transaction may stay open while operations run. It also
  // makes every mark: whoever has lost the connection, and so the election, can no longer settle anything. PostgreSQL
  // ends a connection nobody speaks on, or a frozen process would be the consumer for ever.
  const client = await pool.connect();
  let broken = true;
  try {
    const lock = await client.query<{ elected: boolean }>(
      `WITH election AS MATERIALIZED (SELECT pg_try_advisory_lock($1, $2) AS elected)
       SELECT elected, CASE WHEN elected THEN set_config('idle_session_timeout', $3, false) END FROM election`,
      [...advisoryLocks.consumer, String(silenceMs)],
    );
    if (!lock.rows[0]?.elected) {
      broken = false;
      return 0;
    }
    const events = await claimEvents(client, batch, retry);
    const waitingBoards = new Set<string>();
    for (const event of events) {
      if (event.boardId !== null && waitingBoards.has(event.boardId)) continue;
      const settled = await settleOne(client, event, { execute, retry });
      if ((settled === "retried" || settled === "unfinished") && event.boardId !== null)
        waitingBoards.add(event.boardId);
    }
    await client.query("SELECT pg_advisory_unlock($1, $2), set_config('idle_session_timeout', '0', false)", [
      ...advisoryLocks.consumer,
    ]);
    broken = false;
    return events.length;
  } finally {
    // A connection that may still hold the lock is closed, which gives it up.
    client.release(broken);
  }
}

async function settleOne(
  client: PoolClient,
  event: InboxEvent,
  { execute, retry }: Pick<Parameters<typeof consumeOneByOne>[0], "execute"> & { retry: RetryPolicy },
): Promise<"handled" | "parked" | "retried" | "unfinished"> {
  let result: ExecuteOutcome;
  try {
    result = await execute(event, async () => void (await client.query("SELECT 1")));
  } catch (error) {
    // In this order: a failure without its count is only noise, a count without its time would be retried at once.
    await recordFailure(client, event.id, event.type, error);
    const reason = describeError(error);
    if (!(error instanceof PermanentError)) return countAttempt(client, event, { reason, retry });
    await parkEvent(client, event.id, reason);
    return "parked";
  }
  if (result.outcome === "bad") {
    await parkEvent(client, event.id, result.reason);
    return "parked";
  }
  if (result.outcome === "unfinished") return "unfinished";
  await markHandled(client, [event.id]);
  return "handled";
}
