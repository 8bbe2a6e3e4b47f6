import { setTimeout as delay } from "node:timers/promises";
import type { Random } from "@kanban/demo/random";
import type { OutboxTable } from "@kanban/messaging/outbox-table";
import pg from "pg";

type Row = { id: string; type: string; version: number; envelope: string; isHistory: boolean };

export type Brokenness = {
  random: Random;
  /** How often an event is delivered at most. */
  times: number;
  /** How far an event may come from its place, in deliveries. */
  window: number;
  /** How much later one event in fifty comes than all others, at most. */
  delayMs: number;
  /** Between two chunks of deliveries. */
  meanwhile?: () => Promise<void>;
};

/** Deliveries in one INSERT. */
const chunk = 60;

/**
 * Delivers everything an outbox holds as a second, broken relay would: with the publisher's rights, but each event of a
 * board up to `times` times, out of order, and some late. Answers how many deliveries that were. The instance's own
 * words follow, once and in order: "you have all up to here" is a lie in any other place.
 */
export async function deliverBroken(
  source: pg.Pool,
  outbox: OutboxTable,
  publisherUrl: string,
  { random, times, window, delayMs, meanwhile }: Brokenness,
): Promise<number> {
  const { rows } = await source.query<Row>(
    `SELECT id, type, version, envelope::text,
       envelope ->> 'boardId' IS NOT NULL AND type NOT IN ('board.snapshot', 'board.missing') AS "isHistory"
     FROM (SELECT position, id, type, version, (${outbox.envelope}) AS envelope FROM ${outbox.name}) AS said
     ORDER BY position`,
  );
  const besides = rows.filter(({ isHistory }) => !isHistory);
  const soon: { row: Row; place: number }[] = [];
  const late: { row: Row; place: number }[] = [];
  for (const [index, row] of rows.filter(({ isHistory }) => isHistory).entries()) {
    const isLate = delayMs > 0 && random.next() < 0.02;
    for (let copy = random.between(1, times); copy > 0; copy--) {
      if (isLate) late.push({ row, place: random.next() * delayMs });
      else soon.push({ row, place: index + random.next() * window });
    }
  }
  for (const deliveries of [soon, late]) deliveries.sort((a, b) => a.place - b.place);
  const target = new pg.Pool({ connectionString: publisherUrl, max: 2, application_name: "kanban-broken-relay" });
  target.on("error", () => {});
  try {
    const begin = performance.now();
    await Promise.all([
      (async () => {
        for (let from = 0; from < soon.length; from += chunk) {
          await insert(
            target,
            soon.slice(from, from + chunk).map(({ row }) => row),
          );
          await meanwhile?.();
        }
      })(),
      (async () => {
        for (const { row, place } of late) {
          await delay(Math.max(0, begin + place - performance.now()));
          await insert(target, [row]);
        }
      })(),
    ]);
    await insert(target, besides);
  } finally {
    await target.end();
  }
  return soon.length + late.length + besides.length;
}

async function insert(target: pg.Pool, rows: readonly Row[]): Promise<void> {
  await target.query(
    `INSERT INTO event_inbox (id, type, version, envelope)
     SELECT id, type, version, envelope FROM unnest($1::uuid[], $2::text[], $3::int[], $4::jsonb[])
       WITH ORDINALITY AS event (id, type, version, envelope, place)
     ORDER BY place ON CONFLICT DO NOTHING`,
    [
      rows.map(({ id }) => id),
      rows.map(({ type }) => type),
      rows.map(({ version }) => version),
      rows.map(({ envelope }) => envelope),
    ],
  );
}
