import type { BridgeStatus } from "@kanban/events/bridge-status";
import type { Pool, PoolClient } from "pg";
import type { BridgeEnd } from "./bridge-end.ts";

/** The numbers of a side's end of the bridge. */
export type BridgeCounts = Pick<BridgeStatus, "outbox" | "inbox">;

type Row = {
  outgoing: number;
  outgoingAge: number;
  incoming: number;
  incomingAge: number;
  failing: number;
  parked: number;
  boardsWaiting: number;
};

const ageOf = (since: string) => `greatest(0, coalesce(extract(epoch FROM now() - min(${since})), 0))::float8`;

/**
 * Counts what waits, fails and was set aside: the one query behind gauges, the operations page and the doctor. Index
 * scans over rows that are few by nature; after a long absence of the other side, over what has piled up.
 */
export async function countBridge(db: Pool | PoolClient, { outbox, isOrdered }: BridgeEnd): Promise<BridgeCounts> {
  const { rows } = await db.query<Row>(
    `SELECT outgoing.*, incoming.*, aside.*,
            ${isOrdered ? "(SELECT count(*)::int FROM board_cursor WHERE waiting_since IS NOT NULL)" : "0"} AS "boardsWaiting"
     FROM (SELECT count(*)::int AS outgoing, ${ageOf(outbox.waitingSince)} AS "outgoingAge"
           FROM ${outbox.name} WHERE published_at IS NULL) AS outgoing,
          (SELECT count(*)::int AS incoming, (count(*) FILTER (WHERE attempts > 0))::int AS failing,
                  ${ageOf("received_at")} AS "incomingAge"
           FROM event_inbox WHERE handled_at IS NULL AND parked_at IS NULL) AS incoming,
          (SELECT count(*)::int AS parked FROM event_inbox
           WHERE parked_at IS NOT NULL AND discarded_at IS NULL) AS aside`,
  );
  const [row] = rows;
  if (!row) throw new Error("A count without a row");
  const { outgoing, outgoingAge, incoming, incomingAge, failing, parked, boardsWaiting } = row;
  return {
    outbox: { waiting: outgoing, oldestSeconds: outgoingAge },
    inbox: { waiting: incoming, oldestSeconds: incomingAge, failing, parked, boardsWaiting },
  };
}
