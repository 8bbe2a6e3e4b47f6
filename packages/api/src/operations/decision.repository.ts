import { type Operation, operationDecided } from "@kanban/events/operations-events";
import type { Pool, SqlTx } from "../context.ts";
import type { MutationKey } from "../mutation.repository.ts";

/** What whoever decided is told, also when asked again. */
export type KeptDecision = { eventId: string; decidedAt: string };

/** Keeps the answer to a decision under its key. */
export async function keepDecision(tx: SqlTx, { actorKey, mutationId }: MutationKey, answer: KeptDecision) {
  await tx.sql`
    UPDATE idempotency_key SET answer = ${JSON.stringify(answer)}::jsonb
    WHERE actor_key = ${actorKey} AND mutation_id = ${mutationId}::uuid`;
}

/** A decision as it is shown later. */
export type ListedDecision = {
  eventId: string;
  decidedAt: string;
  /** Who decided: `null` at the server's terminal. `name` is empty when the account is gone. */
  by: { name: string } | null;
  operation: Operation;
  reason: string;
  /** The type of the event it is about, where this side knows it. */
  about: string | null;
};

/** As many as tell what went on lately. */
const latest = 20;

type Row = { eventId: string; at: Date; isByHand: boolean; name: string; payload: unknown; about: string | null };

/** The latest decisions, newest first. One that this build cannot read is left out. */
export async function listDecisions(pool: Pool): Promise<ListedDecision[]> {
  const { rows } = await pool.query<Row>(
    `SELECT l.id::text AS "eventId", l.occurred_at AS at, l.payload, l.actor IS NOT NULL AS "isByHand",
            coalesce(u.name, '') AS name, left(e.type, 100) AS about
     FROM (SELECT * FROM event_log WHERE type = 'operation.decided' ORDER BY position DESC LIMIT $1) AS l
     LEFT JOIN "user" AS u ON u.id::text = l.actor ->> 'userId'
     LEFT JOIN event_inbox AS e ON e.id::text = l.payload -> 'operation' ->> 'eventId'
     ORDER BY l.position DESC`,
    [latest],
  );
  return rows.flatMap(({ eventId, at, isByHand, name, payload, about }) => {
    const read = operationDecided.payload.safeParse(payload);
    if (!read.success) return [];
    return [{ eventId, decidedAt: at.toISOString(), by: isByHand ? { name } : null, about, ...read.data }];
  });
}
