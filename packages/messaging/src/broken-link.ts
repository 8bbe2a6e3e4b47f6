import type { PoolClient } from "pg";

/** Read in one go; more than arrives between two looks. */
const atMost = 1_000;

export type LinkCheck = {
  /** Up to where the inbox has been looked at: the next look begins there. */
  upTo: string;
  /**
   * `self`: an event that was delivered here is not here any more: this database was restored.
   * `peer`: the sender has published after one that is not its latest: it has forgotten the later one, `forgotten`.
   */
  restored: { who: "self" } | { who: "peer"; forgotten: string } | null;
};

/**
 * Looks at what has arrived behind `after` and whether each event follows the one its sender published before it; with
 * `null`, from the oldest that has not been handled. Only while both sides know each other's epoch: until then what
 * was lost is on its way already. What came in an epoch of the sender that is over, it has forgotten as everybody knows.
 */
export async function checkLinks(tx: PoolClient, after: string | null): Promise<LinkCheck> {
  const { rows } = await tx.query<Arrival>({
    name: "check-links",
    text: `SELECT event.position, event.envelope ->> 'previous' AS previous,
             CASE WHEN latest.epoch = event.envelope ->> 'epoch' THEN latest.id END AS latest,
             event.envelope ->> 'epoch' = peer.epoch::text AND peer.knows_epoch = instance.epoch AS "isMutual"
           FROM event_inbox AS event
           CROSS JOIN instance LEFT JOIN peer ON true
           LEFT JOIN LATERAL (SELECT id, envelope ->> 'epoch' AS epoch FROM event_inbox AS earlier
                              WHERE earlier.position < event.position
                              ORDER BY earlier.position DESC LIMIT 1) AS latest ON true
           WHERE event.position > coalesce($1::bigint,
             (SELECT min(position) - 1 FROM event_inbox WHERE handled_at IS NULL AND parked_at IS NULL),
             (SELECT max(position) FROM event_inbox), 0)
           ORDER BY event.position LIMIT ${atMost}`,
    values: [after],
  });
  const upTo = rows.at(-1)?.position ?? after ?? "0";
  const broken = rows.filter(({ isMutual, previous, latest }) => isMutual && previous !== null && previous !== latest);
  if (broken.length === 0) return { upTo, restored: null };
  const there = await tx.query<{ id: string }>("SELECT id::text FROM event_inbox WHERE id::text = ANY($1)", [
    broken.map(({ previous }) => previous),
  ]);
  const known = new Set(there.rows.map(({ id }) => id));
  if (broken.some(({ previous }) => previous !== null && !known.has(previous)))
    return { upTo, restored: { who: "self" } };
  const forgotten = broken.findLast(({ latest }) => latest !== null)?.latest ?? null;
  return { upTo, restored: forgotten === null ? null : { who: "peer", forgotten } };
}

type Arrival = { position: string; previous: string | null; latest: string | null; isMutual: boolean | null };
