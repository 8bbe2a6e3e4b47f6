import type { Envelope } from "@kanban/events/envelope";
import type { PoolClient } from "pg";
import { beginEpoch } from "./incarnation.ts";
import { republishAfter } from "./republish.ts";
import type { BridgeSide, Watermark } from "./watermark.ts";

/** Younger than what is pruned (`pruneBridge`): who says more than this ago what it heard proves nothing by it. */
const provesForDays = 29;

export type WatermarkVerdict = {
  /** Said before something heard since, or of an epoch that is over: nothing was done. */
  isStale: boolean;
  /** This database was restored to an earlier moment: a new epoch has begun. */
  amRestored: boolean;
  /** `new`: never heard of it before; `restored`: its database is another than the one that spoke last. */
  peer: "known" | "new" | "restored";
  /** The peer has lost events, and which cannot be told: it has heard of none, or of one that is not known here. */
  hasLostTrack: boolean;
  /** Whether it is to be answered: asked for, or because one of both has learned something. */
  isToBeAnswered: boolean;
  /** Place of the report in the inbox. */
  position: string;
};

/**
 * Takes in what the other side says of itself and of this one, in the transaction that marks it as handled.
 *
 * - Its epoch is another than the known one: it was restored, so what it has lost is published again.
 * - It has sent, or heard, an event that is not here: this database was restored. That is only believed while it
 *   speaks of the present epoch of this database, so that a late report begins no second one.
 *
 * It converges: an epoch is begun once for each restore, an answer is owed only to who asked or when an epoch was news
 * to one of both, and answers ask for none.
 */
export async function receiveWatermark(
  tx: PoolClient,
  { outbox }: Pick<BridgeSide, "outbox">,
  { id, epoch: sentIn, occurredAt }: Pick<Envelope, "id" | "epoch" | "occurredAt">,
  report: Watermark,
): Promise<WatermarkVerdict> {
  // Held to the commit: of several processes one begins an epoch, and none publishes in between.
  const { rows } = await tx.query<Standing>(
    `SELECT instance.epoch, peer.epoch AS "peerEpoch", event_inbox.position,
       coalesce(event_inbox.received_at < peer.heard_at, false) AS "isLate",
       $2::uuid IS NOT NULL AND NOT EXISTS (SELECT FROM event_inbox WHERE id = $2) AS "lacksSent",
       $3::uuid IS NOT NULL AND NOT EXISTS (SELECT FROM ${outbox.name} WHERE id = $3) AS "lacksHeard",
       $4::timestamptz > now() - $5::int * interval '1 day' AS "isRecent"
     FROM instance LEFT JOIN peer ON true JOIN event_inbox ON event_inbox.id = $1 FOR NO KEY UPDATE OF instance`,
    [id, report.sentUpTo, report.heardUpTo, occurredAt, provesForDays],
  );
  const [standing] = rows;
  if (!standing) throw new Error("A watermark that is not in the event inbox");
  const { epoch, peerEpoch, position } = standing;
  const peer = peerEpoch === null ? "new" : peerEpoch === report.epoch ? "known" : "restored";
  const nothing = { amRestored: false, peer, hasLostTrack: false, isToBeAnswered: false, position } as const;
  if (standing.isLate || (sentIn !== null && sentIn !== report.epoch)) return { isStale: true, ...nothing };

  await tx.query(
    `INSERT INTO peer (epoch, knows_epoch, heard_at)
     SELECT $1, $2, received_at FROM event_inbox WHERE id = $3
     ON CONFLICT (id) DO UPDATE SET epoch = EXCLUDED.epoch, knows_epoch = EXCLUDED.knows_epoch,
       heard_at = EXCLUDED.heard_at`,
    [report.epoch, report.peerEpoch, id],
  );
  const isAboutMe = report.peerEpoch === null || report.peerEpoch === epoch;
  const amRestored = isAboutMe && standing.isRecent && (standing.lacksSent || standing.lacksHeard);
  if (amRestored) await beginEpoch(tx, outbox);
  const hasLostTrack = peer !== "known" && !(await republishAfter(tx, outbox, report.heardUpTo));
  const isToBeAnswered = amRestored || peer !== "known" || report.answers === null || report.peerEpoch !== epoch;
  return { isStale: false, amRestored, peer, hasLostTrack, isToBeAnswered, position };
}

type Standing = {
  epoch: string;
  peerEpoch: string | null;
  position: string;
  isLate: boolean;
  lacksSent: boolean;
  lacksHeard: boolean;
  isRecent: boolean;
};
