import { watermarkReported } from "@kanban/events/watermark";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { z } from "zod";
import { isUuid } from "./inbox-table.ts";
import type { OutboxTable } from "./outbox-table.ts";

export type Watermark = z.infer<typeof watermarkReported.payload>;
export const watermarkType = watermarkReported.type;

/** What has to be looked through for the latest event heard: after a new epoch there may be none, and nothing is said. */
const lookBack = 1_000;

/** What one side does in its own way. */
export type BridgeSide = {
  outbox: OutboxTable;
  /**
   * Appends a watermark to the outbox, in the caller's transaction. `isAsking`: this database may have forgotten
   * something, and the answer will tell.
   */
  append: (tx: PoolClient, report: { id: string; payload: Watermark; isAsking: boolean }) => Promise<void>;
  /** Events that only accompany watermarks: one that comes of them is no news. */
  quietTypes: readonly string[];
};

/**
 * Tells the other side where this one stands. `before` is the place in the inbox of the report this answers: whatever
 * its sender has sent since it came back would only hide what it has forgotten. Watermarks themselves do not count as
 * heard, for the same reason; nor does what was said in an epoch that is over, for that it was lost is known; nor what
 * has come after a gap, because the other side is to begin again before it. Answers what it said.
 */
export async function reportWatermark(
  tx: PoolClient,
  side: BridgeSide,
  {
    answers = null,
    before = null,
    heardUpTo,
    isAsking = false,
  }: { answers?: string | null; before?: string | null; heardUpTo?: string; isAsking?: boolean } = {},
): Promise<Watermark> {
  const { rows } = await tx.query<Omit<Watermark, "answers">>(
    `WITH latest AS MATERIALIZED (
       SELECT id, type, position, envelope ->> 'epoch' AS epoch,
         CASE WHEN envelope ->> 'previous' ~ $3 THEN (envelope ->> 'previous')::uuid END AS previous
       FROM event_inbox WHERE $2::bigint IS NULL OR position < $2 ORDER BY position DESC LIMIT ${lookBack}
     ), gap AS (
       SELECT min(position) AS position FROM latest
       WHERE previous IS NOT NULL AND NOT EXISTS (SELECT FROM event_inbox WHERE id = latest.previous)
     )
     SELECT instance.epoch, peer.epoch AS "peerEpoch", sent_up_to AS "sentUpTo",
       (SELECT id FROM latest
        WHERE type <> $1 AND (peer.epoch IS NULL OR latest.epoch = peer.epoch::text)
          AND (gap.position IS NULL OR latest.position < gap.position)
        ORDER BY position DESC LIMIT 1) AS "heardUpTo"
     FROM gap CROSS JOIN instance LEFT JOIN peer ON true`,
    [watermarkType, before, isUuid.source],
  );
  const [read] = rows;
  if (!read) throw new Error("The instance row is missing");
  const payload: Watermark = { ...read, ...(heardUpTo !== undefined && { heardUpTo }), answers };
  await side.append(tx, { id: randomUUID(), payload, isAsking });
  return payload;
}
