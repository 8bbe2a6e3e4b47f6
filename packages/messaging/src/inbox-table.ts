import type { PoolClient } from "pg";
import { describeError } from "./permanent-error.ts";

/** A row of `event_inbox` that is neither handled nor parked. */
export type InboxEvent = {
  id: string;
  type: string;
  /** As it came over the wire: read it against a registry (`readEvent`) before use. */
  envelope: unknown;
  boardId: string | null;
  /** The board's clock at this event; `null` for what has no place in the board's order. */
  boardSeq: number | null;
  /** The sender's epoch in which `boardSeq` counts; `null` when it does not say. */
  epoch: string | null;
  /** Place in the inbox. */
  position: number;
  /** How often it has failed before. */
  attempts: number;
};

/**
 * How often and how long a failing event is tried before it is parked: six times within about half a minute. Longer
 * helps nobody, because the later events of its board wait, and what outlives it is a defect rather than a hiccup.
 */
export type RetryPolicy = { maxAttempts: number; firstDelayMs: number };
export const retryPolicy: RetryPolicy = { maxAttempts: 6, firstDelayMs: 1_000 };

export const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Of an event that may be anything: only a number is one. */
const boardSeq = "CASE jsonb_typeof(envelope -> 'boardSeq') WHEN 'number' THEN (envelope ->> 'boardSeq')::numeric END";
const notBehindAGap = `AND NOT EXISTS (
  SELECT FROM board_cursor AS waiting
  WHERE waiting.waiting_since IS NOT NULL AND waiting.board_id::text = open.envelope ->> 'boardId'
    AND CASE WHEN open.envelope ->> 'epoch' <> waiting.epoch::text
             THEN ${boardSeq} IS NOT NULL AND open.position >= coalesce(waiting.reset_position, 0)
             ELSE ${boardSeq} > waiting.seq + 1 END)`;

/**
 * The next open events in position order. A board one of whose events failed waits, as a whole, until that event is
 * due again (the delay doubles with each attempt): events of one board are applied in order, other boards go on.
 * With `isOrdered` a board that waits for a missing event (`board_cursor`) yields that event and nothing after it, so
 * that however much it piles up behind the gap holds nobody else up; nor does it yield events of an epoch in which it
 * has no snapshot yet.
 */
export async function claimEvents(
  client: PoolClient,
  limit: number,
  retry: RetryPolicy,
  { isOrdered = false }: { isOrdered?: boolean } = {},
): Promise<InboxEvent[]> {
  const { rows } = await client.query<InboxEvent>({
    name: isOrdered ? "claim-events-in-order" : "claim-events",
    // Driven by the failures, which are few, and not by the open events, which may be many after a long absence.
    text: `WITH held AS MATERIALIZED (
       SELECT failed.position, failed.envelope ->> 'boardId' AS board_id
       FROM (SELECT event_id, max(failed_at) AS failed_at FROM event_handler_failure
             WHERE failed_at > now() - 1024 * $2::float8 * interval '1 millisecond' GROUP BY event_id) AS latest
       JOIN event_inbox AS failed ON failed.id = latest.event_id
       WHERE failed.handled_at IS NULL AND failed.parked_at IS NULL AND failed.attempts > 0
         AND latest.failed_at + least(2 ^ (failed.attempts - 1), 1024) * $2::float8 * interval '1 millisecond' > now()
     )
     SELECT id, type, envelope, envelope ->> 'boardId' AS "boardId", ${boardSeq}::float8 AS "boardSeq", attempts,
       envelope ->> 'epoch' AS epoch, position::float8 AS position
     FROM event_inbox AS open
     WHERE handled_at IS NULL AND parked_at IS NULL
       AND NOT EXISTS (SELECT FROM held WHERE held.position = open.position
                          OR (held.position < open.position AND held.board_id = open.envelope ->> 'boardId'))
       ${isOrdered ? notBehindAGap : ""}
     ORDER BY position
     LIMIT $1`,
    values: [limit, retry.firstDelayMs],
  });
  return rows.map((row) => ({ ...row, epoch: row.epoch !== null && isUuid.test(row.epoch) ? row.epoch : null }));
}

/** Acknowledges events: done, or of a type this build does not know. */
export async function markHandled(client: PoolClient, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await client.query({
    name: "mark-handled",
    text: "UPDATE event_inbox SET handled_at = now() WHERE id = ANY($1::uuid[])",
    values: [ids],
  });
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
