import { randomUUID } from "node:crypto";
import { watermarkReported } from "@kanban/events/watermark";
import { consumeInTransaction } from "@kanban/messaging/consume-in-transaction";
import { inTransaction } from "@kanban/messaging/in-transaction";
import { beginEpochIfRestored } from "@kanban/messaging/incarnation";
import { reportWatermark } from "@kanban/messaging/watermark";
import { waitFor } from "@kanban/testing/wait-for";
import type { Pool } from "pg";
import type { PgBoss } from "pg-boss";
import { pino } from "pino";
import { expect } from "vitest";
import { maySend } from "../bridge/instance.repository.ts";
import { workerSide } from "../bridge/worker-side.ts";
import { planEvent } from "../dispatcher.ts";
import { envelopeOf } from "../fixtures.ts";
import { letterJobs } from "../jobs/queues.ts";
import { sendThrough } from "../jobs/send-job.ts";
import { engineTest } from "../testing/engine-test.ts";
import { requestSnapshots } from "../projection/request-snapshots.ts";
import { type MailSink, refusalOf, startMailSink } from "../testing/mail-sink.ts";
import { createMailer } from "./mailer.ts";
import { type LetterDeps, type LetterJob, sendLetter } from "./send-letter.ts";
import { startMail } from "./start-mail.ts";

const log = pino({ level: "silent" });
const apiEpoch = "018f0000-0000-7000-8000-0000000000e1";

type Rig = {
  sink: MailSink;
  letterDeps: LetterDeps;
  /** The API tells something, and it is dispatched. */
  tell: (type: string, payload: unknown) => Promise<string>;
  /** The worker asks and the API answers: letters may leave. */
  open: () => Promise<void>;
};

const test = engineTest.extend<Rig>({
  sink: async ({}, use) => {
    const sink = await startMailSink();
    await use(sink);
    await sink.stop();
  },
  letterDeps: async ({ pool, boss, sink, clock }, use) => {
    const mailer = createMailer({ url: sink.url, from: "Kanban <kanban@example.com>" });
    await use({ pool, boss, mailer, log, now: clock.now });
  },
  tell: async ({ pool, boss }, use) => {
    const plan = (event: Parameters<typeof planEvent>[0]) => planEvent(event, { sendJob: sendThrough(boss), log });
    const retry = { maxAttempts: 1, firstDelayMs: 0 };
    await use(async (type, payload) => {
      const base = { ...envelopeOf({ type, payload }, 1), boardId: null, boardSeq: null, actor: null };
      const envelope = { ...base, epoch: apiEpoch, occurredAt: new Date().toISOString() };
      await pool.query("INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, $2, 1, $3)", [
        envelope.id,
        type,
        JSON.stringify(envelope),
      ]);
      await consumeInTransaction({ pool, plan, askForBoards: requestSnapshots, retry });
      return envelope.id;
    });
  },
  open: async ({ pool, tell }, use) => {
    await use(async () => {
      await inTransaction(pool, async (tx) => {
        await beginEpochIfRestored(tx, workerSide.outbox);
        await reportWatermark(tx, workerSide, { isAsking: true });
      });
      await answer(pool, tell);
    });
  },
});

async function answer(pool: Pool, tell: Rig["tell"]): Promise<void> {
  const { rows } = await pool.query<{ epoch: string; reportId: string }>(
    'SELECT epoch, report_id AS "reportId" FROM instance',
  );
  const { epoch: peerEpoch, reportId: answers } = rows[0]!;
  await tell(watermarkReported.type, { epoch: apiEpoch, peerEpoch, sentUpTo: null, heardUpTo: null, answers });
}

const letter = (changes: object = {}) => ({
  deliveryId: randomUUID(),
  to: "ada@example.com",
  subject: "Příšerně žluťoučký",
  text: "Three events were set aside.\n",
  ...changes,
});

async function nextJob(boss: PgBoss): Promise<LetterJob> {
  const [job] = await boss.fetch<object>(letterJobs.name, { ignoreStartAfter: true });
  if (!job) throw new Error("no job to fetch");
  return job;
}

const deliveries = async (pool: Pool) =>
  (await pool.query("SELECT id, state, attempts, error FROM delivery ORDER BY created_at")).rows;
const told = async (pool: Pool) =>
  (
    await pool.query("SELECT envelope -> 'payload' AS fact FROM event_outbox WHERE type = 'delivery.reported'")
  ).rows.map(({ fact }) => fact);
const jobStates = async (pool: Pool) =>
  (await pool.query("SELECT name, state::text FROM pgboss.job WHERE name IN ('send-mail', 'dead-letters')")).rows;

test("a letter asked for twice leaves once, and the API is told", async ({
  pool,
  boss,
  sink,
  letterDeps,
  tell,
  open,
  clock,
}) => {
  await open();
  const asked = letter();
  await tell("mail.requested", asked);
  await tell("mail.requested", asked);
  const mail = startMail(boss, letterDeps);
  await waitFor(() => sink.received.length > 0, { what: "the letter" });
  await waitFor(async () => (await jobStates(pool)).every(({ state }) => state === "completed"), { what: "the job" });
  await tell("mail.requested", asked);
  await mail.stop();
  expect(sink.received).toMatchObject([{ to: ["ada@example.com"], messageId: `<${asked.deliveryId}@example.com>` }]);
  expect(sink.received[0]?.source).toContain("Three events were set aside.");
  expect(await told(pool)).toEqual([{ deliveryId: asked.deliveryId, channel: "mail", sentAt: clock.instant() }]);
  expect(await deliveries(pool)).toMatchObject([{ id: asked.deliveryId, state: "sent", attempts: 1, error: null }]);
  expect(await jobStates(pool)).toEqual([{ name: "send-mail", state: "completed" }]);
});

test("a crash after the server took the letter sends it once more at most, recognisably the same", async ({
  pool,
  boss,
  sink,
  letterDeps,
  tell,
  open,
}) => {
  await open();
  await tell("mail.requested", letter());
  const job = await nextJob(boss);
  const dying = { complete: () => Promise.reject(new Error("crashed")) };
  await expect(sendLetter({ ...letterDeps, boss: dying }, job)).rejects.toThrow("crashed");
  expect(await deliveries(pool)).toMatchObject([{ state: "sending", attempts: 1 }]);
  await sendLetter(letterDeps, job);
  // Whoever comes later finds it sent.
  await sendLetter(letterDeps, job);
  expect(sink.received.map(({ messageId }) => messageId)).toEqual(Array(2).fill(sink.received[0]?.messageId));
  expect(await told(pool)).toHaveLength(1);
  expect(await deliveries(pool)).toMatchObject([{ state: "sent", attempts: 2 }]);
});

test("what the server refuses for now is tried again, what it refuses for good is set aside", async ({
  pool,
  boss,
  sink,
  letterDeps,
  tell,
  open,
}) => {
  await open();
  await tell("mail.requested", letter());
  const job = await nextJob(boss);
  sink.onLetter = () => refusalOf(451, "Greylisted");
  await expect(sendLetter(letterDeps, job)).rejects.toThrow("Greylisted");
  expect(await deliveries(pool)).toMatchObject([{ state: "waiting", error: expect.stringContaining("Greylisted") }]);
  sink.onLetter = () => refusalOf(550, "No such user");
  await expect(sendLetter(letterDeps, job)).rejects.toMatchObject({ name: "PermanentError" });
  expect(await deliveries(pool)).toMatchObject([{ state: "failed", error: expect.stringContaining("No such user") }]);
  sink.onLetter = () => null;
  // Somebody puts it back.
  await sendLetter(letterDeps, job);
  expect(await deliveries(pool)).toMatchObject([{ state: "sent", attempts: 3, error: null }]);
});

test("a mail server that is away costs an attempt and loses nothing", async ({
  pool,
  boss,
  sink,
  letterDeps,
  tell,
  open,
}) => {
  await open();
  await tell("mail.requested", letter());
  const job = await nextJob(boss);
  await sink.stop();
  await expect(sendLetter(letterDeps, job)).rejects.toThrow("ECONNREFUSED");
  expect(await deliveries(pool)).toMatchObject([{ state: "waiting", attempts: 1 }]);
});

test("without a mail server a letter is recorded as failed, and not tried again", async ({
  pool,
  boss,
  letterDeps,
  tell,
  open,
}) => {
  await open();
  await tell("mail.requested", letter());
  const mail = startMail(boss, { ...letterDeps, mailer: null });
  await waitFor(async () => (await jobStates(pool)).every(({ state }) => state === "completed"), { what: "the job" });
  await mail.stop();
  expect(await deliveries(pool)).toMatchObject([{ state: "failed", error: "mail is not configured" }]);
  expect(await told(pool)).toEqual([]);
});

test("nothing leaves until the API has answered, and nothing it confirms leaves again", async ({
  pool,
  boss,
  sink,
  letterDeps,
  tell,
}) => {
  const [old, fresh] = [letter(), letter({ to: "bob@example.com" })];
  const mail = startMail(boss, letterDeps);
  await tell("mail.requested", old);
  await tell("mail.requested", fresh);
  await inTransaction(pool, async (tx) => {
    await beginEpochIfRestored(tx, workerSide.outbox);
    await reportWatermark(tx, workerSide, { isAsking: true });
  });
  expect(await maySend(pool)).toBe(false);
  const fact = { deliveryId: old.deliveryId, channel: "mail", sentAt: "2026-03-01T08:00:00.000Z" };
  const unknown = letter();
  await tell("deliveries.confirmed", { deliveries: [fact, { ...fact, deliveryId: unknown.deliveryId }] });
  await answer(pool, tell);
  await tell("mail.requested", unknown);
  await waitFor(async () => (await jobStates(pool)).every(({ state }) => state === "completed"), { what: "the jobs" });
  await mail.stop();
  expect(sink.received.map(({ to }) => to)).toEqual([["bob@example.com"]]);
  expect(await told(pool)).toMatchObject([{ deliveryId: fresh.deliveryId }]);
  // Not one attempt was spent on waiting.
  expect((await pool.query("SELECT max(retry_count) AS n FROM pgboss.job WHERE name = 'send-mail'")).rows).toEqual([
    { n: 0 },
  ]);
});

test("an answer to an earlier question lets nothing leave", async ({ pool, tell, open }) => {
  await open();
  expect(await maySend(pool)).toBe(true);
  await inTransaction(pool, (tx) => reportWatermark(tx, workerSide, { isAsking: true }));
  expect(await maySend(pool)).toBe(false);
  await tell(watermarkReported.type, {
    ...{ epoch: apiEpoch, peerEpoch: null, sentUpTo: null, heardUpTo: null },
    answers: randomUUID(),
  });
  expect(await maySend(pool)).toBe(false);
});

test("headers cannot be smuggled in by a subject or an address", async ({ pool, tell }) => {
  await tell("mail.requested", letter({ subject: "Hello\r\nBcc: everybody@example.com" }));
  await tell("mail.requested", letter({ to: "ada@example.com\r\nBcc: everybody@example.com" }));
  const { rows } = await pool.query<{ reason: string }>(
    "SELECT park_reason AS reason FROM event_inbox ORDER BY position",
  );
  expect(rows).toEqual([
    { reason: expect.stringContaining("A letter's subject has a control character") },
    { reason: expect.stringContaining("mail.requested:") },
  ]);
  expect(await deliveries(pool)).toEqual([]);
});
