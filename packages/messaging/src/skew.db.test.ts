import { randomUUID } from "node:crypto";
import { watermarkReported } from "@kanban/events/watermark";
import { envelopeSchema } from "@kanban/events/envelope";
import type { TestDatabase } from "@kanban/testing/clone-database";
import { bothDbTest } from "@kanban/testing/database-tests";
import { backUp } from "@kanban/testing/restore-database";
import type { Pool } from "pg";
import { expect } from "vitest";
import { checkLinks } from "./broken-link.ts";
import { createPool } from "./create-pool.ts";
import { inTransaction } from "./in-transaction.ts";
import { beginEpoch, beginEpochIfRestored, currentIncarnation } from "./incarnation.ts";
import { eventLog, eventOutbox } from "./outbox-table.ts";
import { receiveWatermark } from "./receive-watermark.ts";
import { relayOnce } from "./relay.ts";
import { republishAll } from "./republish.ts";
import { type BridgeSide, reportWatermark, watermarkType } from "./watermark.ts";

/*
 * Both databases with nothing between them but the relay, and of both processes only what this package gives them:
 * what is restored here is real (a copy put back under the old name), and so is every step of finding out.
 */

type End = {
  pool: Pool;
  database: TestDatabase;
  /** Writes an event of this side. */
  say: () => Promise<string>;
  /** Its process starts: it says where it stands. */
  start: () => Promise<void>;
  /** One round of its loops; answers how much it did. */
  work: () => Promise<number>;
  /** What it has heard of the other side, watermarks aside. */
  heard: () => Promise<string[]>;
  said: () => Promise<string[]>;
  epoch: () => Promise<string>;
  /** As an old data folder put back: PostgreSQL notices nothing. */
  looksTheSame: () => Promise<void>;
};
type Bridge = { api: End; worker: End; settle: () => Promise<number> };

function endOf(
  database: TestDatabase,
  other: TestDatabase,
  outbox: BridgeSide["outbox"],
): End & { close: () => Promise<void> } {
  const pool = createPool(database.url, { name: "test", max: 4, onError: () => {} });
  const target = createPool(other.publisherUrl, { name: "test", max: 1, onError: () => {} });
  const append = async (db: Pick<Pool, "query">, id: string, type: string, payload: unknown) => {
    if (outbox === eventLog)
      await db.query(
        `INSERT INTO event_log (id, aggregate_type, aggregate_id, type, version, payload, mutation_id, correlation_id, occurred_at)
         VALUES ($1, 'instance', $1, $2, 1, $3, $1, $1, now())`,
        [id, type, JSON.stringify(payload)],
      );
    else
      await db.query("INSERT INTO event_outbox (id, type, version, envelope) VALUES ($1, $2, 1, $3)", [
        id,
        type,
        JSON.stringify({
          ...{ id, type, version: 1, boardId: null, boardSeq: null, actor: null, mutationId: id, causationId: null },
          ...{ correlationId: id, depth: 0, occurredAt: new Date().toISOString(), payload },
        }),
      ]);
  };
  const side: BridgeSide = {
    outbox,
    quietTypes: [],
    append: (tx, { id, payload }) => append(tx, id, watermarkType, payload),
  };
  let upTo: string | null = null;
  const ids = async (sql: string) => (await pool.query<{ id: string }>(sql, [watermarkType])).rows.map(({ id }) => id);

  const consume = () =>
    inTransaction(pool, async (tx) => {
      const { rows } = await tx.query<{ envelope: unknown; type: string }>(
        "UPDATE event_inbox SET handled_at = now() WHERE handled_at IS NULL RETURNING type, envelope",
      );
      for (const { type, envelope: raw } of rows) {
        if (type !== watermarkType) continue;
        const envelope = envelopeSchema.parse(raw);
        const verdict = await receiveWatermark(tx, side, envelope, watermarkReported.payload.parse(envelope.payload));
        if (verdict.hasLostTrack) await republishAll(tx, outbox);
        if (!verdict.isToBeAnswered) continue;
        const answers = verdict.amRestored ? null : envelope.id;
        await reportWatermark(tx, side, { answers, before: verdict.position });
      }
      return rows.length;
    });
  const watch = () =>
    inTransaction(pool, async (tx) => {
      const links = await checkLinks(tx, upTo);
      upTo = links.upTo;
      if (!links.restored) return 0;
      if (links.restored.who === "self") await beginEpoch(tx, outbox);
      await reportWatermark(tx, side, links.restored.who === "peer" ? { heardUpTo: links.restored.forgotten } : {});
      return 1;
    });
  return {
    pool,
    database,
    say: async () => {
      const id = randomUUID();
      await append(pool, id, "test.said", {});
      return id;
    },
    start: async () => {
      upTo = null;
      await inTransaction(pool, async (tx) => {
        await beginEpochIfRestored(tx, outbox);
        await reportWatermark(tx, side);
      });
    },
    work: async () => (await relayOnce({ source: pool, target, outbox })) + (await watch()) + (await consume()),
    heard: () => ids("SELECT id FROM event_inbox WHERE type <> $1 ORDER BY position"),
    said: () => ids(`SELECT id FROM ${outbox.name} WHERE type <> $1 ORDER BY position`),
    epoch: async () => (await pool.query<{ epoch: string }>("SELECT epoch FROM instance")).rows[0]!.epoch,
    looksTheSame: async () => void (await pool.query(`UPDATE instance SET incarnation = ${currentIncarnation}`)),
    close: async () => void (await Promise.all([pool.end(), target.end()])),
  };
}

/** More rounds than a restore of both databases takes; who needs more goes round in circles. */
const patience = 12;

const test = bothDbTest.extend<{ bridge: Bridge }>({
  bridge: async ({ apiDatabase, workerDatabase }, use) => {
    const api = endOf(apiDatabase, workerDatabase, eventLog);
    const worker = endOf(workerDatabase, apiDatabase, eventOutbox);
    const settle = async () => {
      let moved = 0;
      for (let round = 0; round < patience; round++) {
        const done = (await api.work()) + (await worker.work());
        if (done === 0) return moved;
        moved += done;
      }
      throw new Error("The bridge does not come to rest");
    };
    await api.start();
    await worker.start();
    await settle();
    await use({ api, worker, settle });
    await api.close();
    await worker.close();
  },
});

/** A side says a few things and they arrive. */
async function talk({ api, worker, settle }: Bridge): Promise<void> {
  for (let n = 0; n < 3; n++) {
    await api.say();
    await worker.say();
  }
  await settle();
}

/** Whether each side has heard what the other side knows to have said. */
async function expectWhole({ api, worker }: Bridge): Promise<void> {
  expect(await worker.heard()).toEqual(expect.arrayContaining(await api.said()));
  expect(await api.heard()).toEqual(expect.arrayContaining(await worker.said()));
  const peers = await Promise.all([api, worker].map(({ pool }) => pool.query("SELECT epoch, knows_epoch FROM peer")));
  const [ofApi, ofWorker] = [await api.epoch(), await worker.epoch()];
  expect(peers.map(({ rows }) => rows[0])).toEqual([
    { epoch: ofWorker, knows_epoch: ofApi },
    { epoch: ofApi, knows_epoch: ofWorker },
  ]);
}

test("two sides that meet come to rest knowing each other, in the epochs they had", async ({ bridge }) => {
  const { api, worker, settle } = bridge;
  const epochs = [await api.epoch(), await worker.epoch()];
  await talk(bridge);
  await api.start();
  await worker.start();
  expect(await settle()).toBeGreaterThan(0);
  expect(await settle()).toBe(0);
  await expectWhole(bridge);
  expect([await api.epoch(), await worker.epoch()]).toEqual(epochs);
});

const sides = ["api", "worker"] as const;
/** How PostgreSQL looks after the restore, and what happens before the restored side's process says where it stands. */
const cases = sides.flatMap((restored) =>
  (["another", "the same"] as const).flatMap((incarnation) =>
    (["silence", "traffic"] as const).map((meanwhile) => ({ restored, incarnation, meanwhile })),
  ),
);

test.for(cases)(
  "$restored restored to an earlier moment, $incarnation to PostgreSQL, in $meanwhile: found, and all said again",
  { timeout: 60_000 },
  async ({ restored, incarnation, meanwhile }, { bridge }) => {
    const { settle } = bridge;
    const me = bridge[restored];
    const other = bridge[restored === "api" ? "worker" : "api"];
    await talk(bridge);
    const backup = await backUp(me.database);
    const epochs = { me: await me.epoch(), other: await other.epoch() };
    await talk(bridge);
    const lost = { heard: await me.heard(), said: await me.said() };
    await backup.restore();
    const left = { heard: await me.heard(), said: await me.said() };
    expect([lost.heard.length - left.heard.length, lost.said.length - left.said.length]).toEqual([3, 3]);
    if (incarnation === "the same") await me.looksTheSame();
    // New words arrive before anybody has noticed: they must not hide that older ones are missing.
    if (meanwhile === "traffic") await talk(bridge).catch(() => {});
    await me.start();
    await settle();
    expect(await me.epoch()).not.toBe(epochs.me);
    expect(await other.epoch()).toBe(epochs.other);
    expect(await me.heard()).toEqual(expect.arrayContaining(lost.heard));
    await expectWhole(bridge);
    expect(await settle()).toBe(0);
    await talk(bridge);
    await expectWhole(bridge);
    await backup.drop();
  },
);

test.for([
  { first: "api", incarnation: "another" },
  { first: "worker", incarnation: "another" },
  { first: "api", incarnation: "the same" },
  { first: "worker", incarnation: "the same" },
] as const)(
  "both restored, $first to the earlier moment, $incarnation to PostgreSQL: found, all said again, and at rest",
  { timeout: 60_000 },
  async ({ first, incarnation }, { bridge }) => {
    const { api, worker, settle } = bridge;
    const [early, late] = first === "api" ? [api, worker] : [worker, api];
    await talk(bridge);
    const earlier = await backUp(early.database);
    await talk(bridge);
    const later = await backUp(late.database);
    await talk(bridge);
    const epochs = [await api.epoch(), await worker.epoch()];
    await Promise.all([earlier.restore(), later.restore()]);
    if (incarnation === "the same") await Promise.all([early.looksTheSame(), late.looksTheSame()]);
    await api.start();
    await worker.start();
    await settle();
    // The later one lacks nothing the earlier one knows of: only PostgreSQL can tell that it was restored.
    expect(await early.epoch()).not.toBe(epochs[first === "api" ? 0 : 1]);
    if (incarnation === "another") expect(await late.epoch()).not.toBe(epochs[first === "api" ? 1 : 0]);
    await expectWhole(bridge);
    expect(await settle()).toBe(0);
    await Promise.all([earlier.drop(), later.drop()]);
  },
);

test("an emptied database is told everything there is, and comes to rest", async ({ bridge }) => {
  const { api, worker, settle } = bridge;
  await talk(bridge);
  await worker.pool.query("TRUNCATE event_inbox, event_outbox, peer");
  await worker.pool.query("UPDATE instance SET epoch = gen_random_uuid(), sent_up_to = NULL");
  await worker.start();
  await settle();
  expect(await worker.heard()).toEqual(await api.said());
  await expectWhole(bridge);
});

test("a report that comes late, twice or once more begins no epoch and publishes nothing again", async ({ bridge }) => {
  const { api, worker, settle } = bridge;
  await talk(bridge);
  const backup = await backUp(api.database);
  await talk(bridge);
  // Reports of the worker about what the API is about to lose, one of them still on its way.
  await worker.start();
  await settle();
  await worker.start();
  await backup.restore();
  await api.start();
  await settle();
  const epoch = await api.epoch();
  await expectWhole(bridge);
  // Everything the worker ever published, once more, old reports among it.
  await worker.pool.query("UPDATE event_outbox SET published_at = NULL");
  await settle();
  await api.pool.query("UPDATE event_inbox SET handled_at = NULL WHERE type = $1", [watermarkType]);
  await settle();
  expect(await api.epoch()).toBe(epoch);
  await expectWhole(bridge);
  const again = await worker.pool.query("SELECT FROM event_inbox WHERE handled_at IS NULL");
  expect(again.rowCount).toBe(0);
  await backup.drop();
});

test("several processes that find out at once begin one epoch", async ({ bridge: { api } }) => {
  const epoch = await api.epoch();
  const backup = await backUp(api.database);
  await backup.restore();
  const begun = await Promise.all(
    Array.from({ length: 4 }, () => inTransaction(api.pool, (tx) => beginEpochIfRestored(tx, eventLog))),
  );
  expect(begun.filter(Boolean)).toHaveLength(1);
  expect(await api.epoch()).not.toBe(epoch);
  await backup.drop();
});

test("without the links, new words hide that older ones are missing: the tests above would notice", async ({
  bridge,
}) => {
  const { api, worker, settle } = bridge;
  await talk(bridge);
  const backup = await backUp(api.database);
  await talk(bridge);
  const lost = await api.heard();
  await backup.restore();
  await api.looksTheSame();
  // The planted bug: no event names the one before it.
  for (const { pool } of [api, worker])
    await pool.query(
      `CREATE FUNCTION forget_link() RETURNS trigger LANGUAGE plpgsql AS
         $$BEGIN NEW.envelope := NEW.envelope - 'previous'; RETURN NEW; END$$;
       CREATE TRIGGER forget_link BEFORE INSERT ON event_inbox FOR EACH ROW EXECUTE FUNCTION forget_link()`,
    );
  await talk(bridge);
  await settle();
  expect(await api.heard()).not.toEqual(expect.arrayContaining(lost));
  await backup.drop();
});
