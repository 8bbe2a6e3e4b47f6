import type { PoolClient } from "pg";
import { describeError } from "./permanent-error.ts";

/** A row of `event_inbox` that is neither handled nor parked. */
export type InboxEvent = {
  id: string;
  type: string;
  /** As it came over the wire: read it against a registry (`readEvent`) before use. */
  envelope: unknown;
  boardId: string | null;
  /** How often it has failed before. */
  attempts: number;
};

/**
 * How often and how long a failing event is tried before it is parked: six times within about half a minute. Longer
 * helps nobody, because the later events of its board wait, and what outlives it is a defect rather than a hiccup.
 */
export type RetryPolicy = { maxAttempts: number; firstDelayMs: number };
export const retryPolicy: RetryPolicy = { maxAttempts: 6, firstDelayMs: 1_000 };

/**
 * The next open events in position order. A board one of whose events failed waits, as a whole, until that event is
 * due again (the delay doubles with each attempt): events of one board are applied in order, other boards go on.
 */
export async function claimEvents(client: PoolClient, limit: number, retry: RetryPolicy): Promise<InboxEvent[]> {
  const { rows } = await client.query<InboxEvent>(
    // Driven by the failures, which are few, and not by the open events, which may be many after a long absence.
    `WITH held AS MATERIALIZED (
       SELECT failed.position, failed.envelope ->> 'boardId' AS board_id
       FROM (SELECT event_id, max(failed_at) AS failed_at FROM event_handler_failure
             WHERE failed_at > now() - 1024 * $2::float8 * interval '1 millisecond' GROUP BY event_id) AS latest
       JOIN event_inbox AS failed ON failed.id = latest.event_id
       WHERE failed.handled_at IS NULL AND failed.parked_at IS NULL AND failed.attempts > 0
         AND latest.failed_at + least(2 ^ (failed.attempts - 1), 1024) * $2::float8 * interval '1 millisecond' > now()
     )
     SELECT id, type, envelope, envelope ->> 'boardId' AS "boardId", attempts
     FROM event_inbox AS open
     WHERE handled_at IS NULL AND parked_at IS NULL
       AND NOT EXISTS (SELECT FROM held WHERE held.position = open.position
                          OR (held.position < open.position AND held.board_id = open.envelope ->> 'boardId'))
     ORDER BY position
     LIMIT $1`,
    [limit, retry.firstDelayMs],
  );
  return rows;
}

/** Acknowledges events: done, or of a type this build does not know. */
export async function markHandled(client: PoolClient, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await client.query("UPDATE event_inbox SET handled_at = now() WHERE id = ANY($1::uuid[])", [ids]);
}

/** Sets an event aside as a dead letter: kept, shown with its reason, put back only on purpose. */
export async function parkEvent(client: PoolClient, id: string, reason: string): Promise<void> {
  await client.query("UPDATE event_inbox SET parked_at = now(), park_reason = $2 WHERE id = $1", [
    id,
    describeError(reason),
  ]);
}

/** Records that a handler threw on an event. */
export async function recordFailure(client: PoolClient, id: string, handler: string, error: unknown): Promise<void> {
  await client.query("INSERT INTO event_handler_failure (event_id, handler, error) VALUES ($1, $2, $3)", [
    id,
    handler,
    describeError(error),
  ]);
}

/** Counts a failed attempt: the event is tried again later, or parked when it was the last one. */
export async function countAttempt(
  client: PoolClient,
  event: InboxEvent,
  { reason, retry }: { reason: string; retry: RetryPolicy },
): Promise<"retried" | "parked"> {
  const attempts = event.attempts + 1;
  await client.query("UPDATE event_inbox SET attempts = $2 WHERE id = $1", [event.id, attempts]);
  if (attempts < retry.maxAttempts) return "retried";
  await parkEvent(client, event.id, `failed ${attempts} times: ${reason}`);
  return "parked";
}
