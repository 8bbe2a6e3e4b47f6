import type { Pool } from "pg";
import { checkLinks } from "./broken-link.ts";
import { inTransaction } from "./in-transaction.ts";
import { beginEpoch, beginEpochIfRestored } from "./incarnation.ts";
import type { Listener } from "./listen.ts";
import { type BridgeSide, reportWatermark, watermarkType } from "./watermark.ts";
import { startWorkLoop, type WorkLoop } from "./work-loop.ts";

/** How often arrived events are looked at for gaps: it is a few index look-ups, and a restore is no daily affair. */
const everyMs = 2_000;
/** While events move, each side says so often where it stands; in between their links prove as much. */
const reportEveryMs = 5 * 60_000;

/**
 * Watches over the histories of both databases as long as the process lives: says where this side stands when it
 * starts, when its database was away, when a new epoch has begun and every few minutes while something moves; and
 * finds out by the links between events when a database was restored behind everybody's back. Safe in every replica:
 * a report too many does nothing.
 */
export function startWatermarks({
  pool,
  side,
  listener,
  onError,
}: {
  pool: Pool;
  side: BridgeSide;
  listener: Pick<Listener, "subscribe">;
  onError: (error: unknown) => void;
}): WorkLoop {
  let isDue = true;
  let upTo: string | null = null;
  let reported = { epoch: "", latest: "", at: 0 };

  const step = async () => {
    const wasDue = isDue;
    const now = performance.now();
    // Before it is read what to say: a reconnection meanwhile makes the next report due.
    isDue = false;
    try {
      await inTransaction(pool, async (tx) => {
        await beginEpochIfRestored(tx, side.outbox);
        const links = await checkLinks(tx, upTo);
        if (links.restored?.who === "self") await beginEpoch(tx, side.outbox);
        const { epoch, latest } = await readMovement(tx, side);
        const isOwnChange = wasDue || epoch !== reported.epoch;
        const hasMoved = latest !== reported.latest && now - reported.at >= reportEveryMs;
        // Named on purpose: of what it has told since, the sender knows.
        const forgotten = links.restored?.who === "peer" ? { heardUpTo: links.restored.forgotten } : null;
        if (isOwnChange || hasMoved || forgotten)
          await reportWatermark(tx, side, { ...forgotten, isAsking: isOwnChange });
        return { links, seen: { epoch, latest, at: isOwnChange || hasMoved ? now : reported.at } };
      }).then(({ links, seen }) => {
        upTo = links.upTo;
        if (seen.at === now) reported = seen;
      });
    } catch (error) {
      isDue ||= wasDue;
      throw error;
    }
    return 0;
  };
  const loop = startWorkLoop({ step, everyMs, onError });
  const unsubscribe = listener.subscribe("event_inbox", (payload) => {
    if (payload !== null) return;
    isDue = true;
    loop.wake();
  });
  return {
    ...loop,
    stop: () => {
      unsubscribe();
      return loop.stop();
    },
  };
}

/** The epoch, and what was published and received last: when none of it is new, there is nothing to report. */
async function readMovement(
  tx: Parameters<typeof reportWatermark>[0],
  { outbox, quietTypes }: BridgeSide,
): Promise<{ epoch: string; latest: string }> {
  const { rows } = await tx.query<{ epoch: string; latest: string }>({
    name: "read-movement",
    text: `SELECT epoch, concat_ws(' ',
             (SELECT id FROM ${outbox.name} WHERE published_at IS NOT NULL AND type <> ALL($1)
              ORDER BY position DESC LIMIT 1),
             (SELECT id FROM event_inbox WHERE type <> ALL($1) ORDER BY position DESC LIMIT 1)) AS latest
           FROM instance`,
    values: [[watermarkType, ...quietTypes]],
  });
  const [movement] = rows;
  if (!movement) throw new Error("The instance row is missing");
  return movement;
}
