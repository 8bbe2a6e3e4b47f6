import { Prisma } from "@kanban/db-api/client";
import type { BoardEvent } from "@kanban/domain/board-event";
import type { Change } from "@kanban/domain/change";
import type { BoardId, MutationId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import type { Actor } from "@kanban/events/actor";
import { versionOf } from "@kanban/events/board-events";
import { aggregateOf } from "./aggregate-of.ts";
import type { Cause } from "./context.ts";
import { newId } from "./new-id.ts";
import { transitionOf } from "./task-transition.ts";

/** What one mutation has changed on a board. */
export type LoggedChanges = {
  boardId: BoardId;
  mutationId: MutationId;
  actor: Actor;
  cause: Cause | null;
  now: Instant;
  changes: Change[];
};

/**
 * How changes become events in the log and transitions of flow: fragments of the statement that also moves the board's
 * clock. `before` is the board's seq before it.
 */
export function logOf({ boardId, mutationId, actor, cause, now, changes }: LoggedChanges): {
  insertEvents: (before: Prisma.Sql) => Prisma.Sql;
  insertTransitions: Prisma.Sql;
  eventsAfter: (before: number) => BoardEvent[];
} {
  const at = new Date(now);
  const rows = changes.map((change, index) => {
    const aggregate = aggregateOf(boardId, change);
    return {
      n: index + 1,
      id: newId(at),
      aggregate_type: aggregate.type,
      aggregate_id: aggregate.id,
      type: change.type,
      version: versionOf(change),
      payload: change.payload,
    };
  });
  const transitions = changes.map(transitionOf).filter((transition) => transition !== null);
  const { userId, means } = actor;
  return {
    insertEvents: (before) => Prisma.sql`
      INSERT INTO event_log (id, board_id, board_seq, aggregate_type, aggregate_id, type, version, payload, actor,
        mutation_id, causation_id, correlation_id, depth, occurred_at)
      SELECT e.id, ${boardId}::uuid, ${before} + e.n, e.aggregate_type, e.aggregate_id, e.type, e.version, e.payload,
        ${JSON.stringify(actor)}::jsonb, ${mutationId}::uuid, ${cause?.eventId ?? null}::uuid,
        ${cause?.correlationId ?? mutationId}::uuid, ${cause ? cause.depth + 1 : 0}::int, ${now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS e(n int, id uuid, aggregate_type text,
        aggregate_id uuid, type text, version int, payload jsonb)
      ORDER BY e.n`,
    insertTransitions: Prisma.sql`
      INSERT INTO task_transition (board_id, task_id, from_column_id, from_kind, to_column_id, to_kind, at)
      SELECT ${boardId}::uuid, t."taskId", t."fromColumnId",
        coalesce(t."fromKind", (SELECT c.kind FROM "column" c WHERE c.id = t."fromColumnId")),
        t."toColumnId", t."toKind", ${now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(transitions)}::jsonb) AS t("taskId" uuid, "fromColumnId" uuid,
        "fromKind" column_kind, "toColumnId" uuid, "toKind" column_kind)
      -- Trashed out of the archive: it had left the board before.
      WHERE t."toColumnId" IS NOT NULL OR NOT EXISTS (
        SELECT FROM task WHERE id = t."taskId" AND archived_at IS NOT NULL AND deleted_at IS NOT NULL)`,
    eventsAfter: (before) =>
      changes.map((change, index) => ({
        seq: before + index + 1,
        id: rows[index]!.id,
        mutationId,
        actor: { userId, means },
        at: now,
        change,
      })),
  };
}
