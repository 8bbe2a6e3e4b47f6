import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { type Envelope, envelopeSchema } from "@kanban/events/envelope";
import { attachmentPreviewed } from "@kanban/events/worker-events";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import { openLocalStorage } from "@kanban/file-storage/local-storage";
import { consumeInTransaction } from "@kanban/messaging/consume-in-transaction";
import { waitFor } from "@kanban/testing/wait-for";
import type { PgBoss } from "pg-boss";
import { pino } from "pino";
import sharp from "sharp";
import { expect } from "vitest";
import { planEvent } from "../dispatcher.ts";
import { envelopeOf, taskCreated, taskId, userId } from "../fixtures.ts";
import { previewJobs } from "../jobs/queues.ts";
import { sendThrough } from "../jobs/send-job.ts";
import { placeOrdersThrough } from "../jobs/agent-orders.ts";
import { reconcilePage } from "../jobs/start-reconciler.ts";
import { requestSnapshots } from "../projection/request-snapshots.ts";
import { engineTest } from "../testing/engine-test.ts";
import { makePreview, type PreviewDeps, type PreviewJob } from "./make-preview.ts";
import { workPreviews } from "./work-previews.ts";

const log = pino({ level: "silent" });

type Rig = {
  storage: FileStorage;
  previewDeps: PreviewDeps;
  /** The API's event that a file has been uploaded, and the file in the storage. */
  uploaded: (bytes: Buffer, preview?: string) => Promise<Envelope>;
  deliver: (...envelopes: Envelope[]) => Promise<void>;
  fetchJob: () => Promise<PreviewJob | null>;
  news: () => Promise<Envelope[]>;
};

const test = engineTest.extend<Rig>({
  storage: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), "kanban-previews-"));
    await use(openLocalStorage(folder));
    rmSync(folder, { recursive: true });
  },
  previewDeps: async ({ pool, boss, storage, clock }, use) => use({ pool, boss, storage, log, now: clock.now }),
  uploaded: async ({ storage }, use) => {
    let seq = 1;
    await use(async (bytes, preview = "pending") => {
      const stored = await storage.put(chunk(bytes));
      const attachment = {
        ...{ id: randomUUID(), name: "Plan.png", type: "image/png", ...stored, preview, width: null, height: null },
        ...{ uploadedBy: userId, createdAt: "2026-11-28T10:00:00.000Z", removedAt: null },
      };
      seq += 1;
      return envelopeOf({ type: "attachment.created", payload: { taskId, version: seq, attachment } }, seq);
    });
  },
  deliver: async ({ pool, boss }, use) => {
    const plan = (event: Parameters<typeof planEvent>[0]) => planEvent(event, { sendJob: sendThrough(boss), log });
    await use(async (...envelopes) => {
      for (const envelope of [envelopeOf(taskCreated(), 1), ...envelopes])
        await pool.query(
          "INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, $2, 1, $3) ON CONFLICT DO NOTHING",
          [envelope.id, envelope.type, JSON.stringify(envelope)],
        );
      while ((await consumeInTransaction({ pool, plan, askForBoards: requestSnapshots })) > 0);
    });
  },
  fetchJob: async ({ boss }, use) =>
    use(async () => ((await boss.fetch<object>(previewJobs.name))[0] as PreviewJob) ?? null),
  news: async ({ pool }, use) => {
    await use(async () => {
      const { rows } = await pool.query<{ envelope: unknown }>(
        "SELECT envelope FROM event_outbox WHERE type = 'attachment.previewed' ORDER BY position",
      );
      return rows.map(({ envelope }) => envelopeSchema.parse(envelope));
    });
  },
});

async function* chunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const image = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: "teal" } })
    .png()
    .toBuffer();
const previewOf = (envelope: Envelope | undefined) => attachmentPreviewed.payload.parse(envelope?.payload).preview;
const waitingJobs = async (boss: PgBoss) => (await boss.findJobs(previewJobs.name)).length;

test("an uploaded image gets a preview in the storage, and the API is told on behalf of who uploaded it", async ({
  uploaded,
  deliver,
  boss,
  previewDeps,
  news,
  storage,
}) => {
  const event = await uploaded(await image());
  await deliver(event);
  await workPreviews(boss, { ...previewDeps, onJobs: () => {} });
  await waitFor(async () => (await news()).length === 1, { what: "the news" });
  const [told] = await news();
  expect(told).toMatchObject({
    ...{ boardId: event.boardId, causationId: event.id, correlationId: event.correlationId, depth: 1 },
    actor: { userId, means: "hint" },
  });
  const preview = previewOf(told);
  expect(preview).toMatchObject({ width: 900, height: 600 });
  const small = await sharp(await buffer((await storage.get(preview!.sha256))!)).metadata();
  expect([small.format, small.width]).toEqual(["webp", 640]);
});

test("told twice, an upload has one job; done twice, it has one piece of news", async ({
  uploaded,
  deliver,
  boss,
  fetchJob,
  previewDeps,
  news,
}) => {
  const event = await uploaded(await image());
  await deliver(event, { ...event, id: randomUUID(), boardSeq: 3 });
  expect(await waitingJobs(boss)).toBe(1);
  const job = (await fetchJob())!;
  await makePreview(previewDeps, job);
  await makePreview(previewDeps, job);
  expect(await news()).toHaveLength(1);
});

test("a crash after the picture is stored and before the news of it makes the same picture again", async ({
  uploaded,
  deliver,
  fetchJob,
  previewDeps,
  news,
  storage,
}) => {
  await deliver(await uploaded(await image()));
  const job = (await fetchJob())!;
  const crash = { complete: () => Promise.reject(new Error("killed")) };
  await expect(makePreview({ ...previewDeps, boss: crash }, job)).rejects.toThrow("killed");
  expect(await news()).toEqual([]);
  const files = async () => {
    const names: string[] = [];
    for await (const { sha256 } of storage.list()) names.push(sha256);
    return names.toSorted();
  };
  const before = await files();
  await makePreview(previewDeps, job);
  expect(await files()).toEqual(before);
  expect(await news()).toHaveLength(1);
});

test("events in disorder leave what they leave in order", async ({ uploaded, deliver, boss, pool }) => {
  const events = [await uploaded(await image()), await uploaded(await image()), await uploaded(await image())];
  await deliver(...events.toReversed());
  await deliver(...events);
  expect(await waitingJobs(boss)).toBe(3);
  expect((await pool.query("SELECT FROM preview WHERE state = 'waiting'")).rowCount).toBe(3);
});

test("bytes that are no image are told of as such, and not tried again", async ({
  uploaded,
  deliver,
  fetchJob,
  previewDeps,
  news,
  pool,
}) => {
  await deliver(await uploaded(Buffer.from("\x89PNG\r\n\x1a\nand then nothing", "latin1")));
  await makePreview(previewDeps, (await fetchJob())!);
  expect(previewOf((await news())[0])).toBeNull();
  const { rows } = await pool.query("SELECT state, error <> '' AS \"hasReason\" FROM preview");
  expect(rows).toEqual([{ state: "failed", hasReason: true }]);
});

test("what is no image makes no job", async ({ uploaded, deliver, boss }) => {
  await deliver(await uploaded(Buffer.from("%PDF-1.7"), "none"));
  expect(await waitingJobs(boss)).toBe(0);
});

test("a storage that lacks the bytes, or takes none, is worth another try", async ({
  uploaded,
  deliver,
  fetchJob,
  previewDeps,
  storage,
  news,
}) => {
  await deliver(await uploaded(await image()));
  const job = (await fetchJob())!;
  const away = { get: async () => null, put: storage.put };
  await expect(makePreview({ ...previewDeps, storage: away }, job)).rejects.toThrow("not in the storage");
  const full = { get: storage.get, put: () => Promise.reject(new Error("ENOSPC")) };
  await expect(makePreview({ ...previewDeps, storage: full }, job)).rejects.toThrow("ENOSPC");
  await makePreview(previewDeps, job);
  expect(previewOf((await news())[0])).not.toBeNull();
});

test("a job the queue has lost is made again, and none that is done", async ({
  uploaded,
  deliver,
  boss,
  pool,
  fetchJob,
  previewDeps,
}) => {
  await deliver(await uploaded(await image()), await uploaded(await image()));
  await makePreview(previewDeps, (await fetchJob())!);
  await pool.query("DELETE FROM pgboss.job WHERE name = $1", [previewJobs.name]);
  const reconciled = await reconcilePage(
    pool,
    { sendJob: sendThrough(boss), agentOrders: placeOrdersThrough(sendThrough(boss)) },
    {},
  );
  expect(reconciled?.made).toBeGreaterThanOrEqual(1);
  expect(await waitingJobs(boss)).toBe(1);
  await reconcilePage(pool, { sendJob: sendThrough(boss), agentOrders: placeOrdersThrough(sendThrough(boss)) }, {});
  expect(await waitingJobs(boss)).toBe(1);
});
