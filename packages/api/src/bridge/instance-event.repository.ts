import type { Actor } from "@kanban/events/actor";
import type { Envelope } from "@kanban/events/envelope";
import { type InstanceEventPayload, instanceEvents, type InstanceEventType } from "@kanban/events/instance-events";
import type { SqlTx } from "../context.ts";
import { newId } from "../new-id.ts";

type Circumstances = {
  now: Date;
  id?: string;
  /** Who has it said; left out: the instance itself. */
  actor?: Actor | null;
  /** What was asked for; the event's own id when nobody asked. */
  mutationId?: string;
  /** The event it answers. */
  cause?: Pick<Envelope, "id" | "correlationId" | "depth"> | null;
};

/**
 * Tells the worker something of the instance itself: about no board, without a place in any history. Written to the
 * log, from where the relay takes it; answers its id.
 */
export async function appendInstanceEvent<Type extends InstanceEventType>(
  tx: SqlTx,
  type: Type,
  payload: InstanceEventPayload<Type>,
  { now, id = newId(now), actor = null, mutationId = id, cause = null }: Circumstances,
): Promise<string> {
  await tx.sql`
    INSERT INTO event_log (id, aggregate_type, aggregate_id, type, version, payload, actor, mutation_id, causation_id,
      correlation_id, depth, occurred_at)
    VALUES (${id}::uuid, 'instance', ${id}::uuid, ${type}, ${instanceEvents[type].version}::int,
      ${JSON.stringify(payload)}::jsonb, ${actor && JSON.stringify(actor)}::jsonb, ${mutationId}::uuid,
      ${cause?.id ?? null}::uuid, ${cause?.correlationId ?? mutationId}::uuid, ${cause ? cause.depth + 1 : 0}::int,
      ${now.toISOString()}::timestamptz)`;
  return id;
}
