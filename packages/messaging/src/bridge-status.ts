import type { BridgeStatus, HandlerFailure, ParkedEvent } from "@kanban/events/bridge-status";
import type { Pool, PoolClient } from "pg";
import { countBridge } from "./bridge-counts.ts";
import type { BridgeEnd } from "./bridge-end.ts";

/** As many as a person looks at; there may be more, and the counts say so. */
const latest = 50;
/** Of an event that may be anything. */
const typeLength = 100;

/** The latest error of a loop that still stands. */
export type LoopError = BridgeStatus["lastErrors"][number];

/** Those of the loops that have failed last time they ran. */
export function standingErrors(loops: Readonly<Record<string, { lastError(): string | null } | null>>): LoopError[] {
  return Object.entries(loops).flatMap(([component, loop]) => {
    const message = loop?.lastError() ?? null;
    return message === null ? [] : [{ component, message: message.slice(0, 2_000) }];
  });
}

/** How a side's end of the bridge is, read from its own database. `lastErrors` are the process's own. */
export async function readBridgeStatus(
  db: Pool | PoolClient,
  side: BridgeEnd,
  lastErrors: LoopError[] = [],
): Promise<BridgeStatus> {
  // One after the other: within a transaction there is one connection.
  const counts = await countBridge(db, side);
  return { ...counts, parked: await listParked(db), failures: await listFailures(db), lastErrors };
}

async function listParked(db: Pool | PoolClient): Promise<ParkedEvent[]> {
  type Row = Omit<ParkedEvent, "receivedAt" | "parkedAt"> & { receivedAt: Date; parkedAt: Date };
  const { rows } = await db.query<Row>(
    `SELECT id::text AS "eventId", left(type, $2) AS type, left(envelope ->> 'boardId', 36) AS "boardId",
            coalesce(park_reason, '') AS reason, attempts, redrives,
            received_at AS "receivedAt", parked_at AS "parkedAt"
     FROM event_inbox WHERE parked_at IS NOT NULL AND discarded_at IS NULL
     ORDER BY parked_at DESC, position DESC LIMIT $1`,
    [latest, typeLength],
  );
  return rows.map((row) => ({
    ...row,
    receivedAt: row.receivedAt.toISOString(),
    parkedAt: row.parkedAt.toISOString(),
  }));
}

async function listFailures(db: Pool | PoolClient): Promise<HandlerFailure[]> {
  const { rows } = await db.query<Omit<HandlerFailure, "failedAt"> & { failedAt: Date }>(
    `SELECT f.event_id::text AS "eventId", left(coalesce(e.type, ''), $2) AS type, f.handler, f.error,
            f.failed_at AS "failedAt"
     FROM (SELECT * FROM event_handler_failure ORDER BY id DESC LIMIT $1) AS f
     LEFT JOIN event_inbox AS e ON e.id = f.event_id
     ORDER BY f.id DESC`,
    [latest, typeLength],
  );
  return rows.map((row) => ({ ...row, failedAt: row.failedAt.toISOString() }));
}
