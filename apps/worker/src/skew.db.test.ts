import { randomUUID } from "node:crypto";
import type { Envelope } from "@kanban/events/envelope";
import { type Watermark } from "@kanban/messaging/watermark";
import { bothDbTest } from "@kanban/testing/database-tests";
import { withClient } from "@kanban/testing/open-client";
import { backUp } from "@kanban/testing/restore-database";
import { waitFor } from "@kanban/testing/wait-for";
import { pino } from "pino";
import { expect } from "vitest";
import { cardOf, envelopeOf, taskCreated, taskId, titleChanged } from "./fixtures.ts";
import { startWorker, type Worker } from "./start-worker.ts";
import { type MailSink, startMailSink } from "./testing/mail-sink.ts";

/*
 * A whole worker, on databases that are put back to earlier moments. The API is played by the test: it says what
 * apps/api would, through the publisher, and reads in the API's event inbox what it was told.
 */

const [firstEpoch, secondEpoch] = ["018f0000-0000-7000-8000-0000000000e1", "018f0000-0000-7000-8000-0000000000e2"];
type Told = { id: string; type: string; payload: Record<string, unknown>; epoch: string };

type Rig = {
  sink: MailSink;
  start: () => Promise<Worker>;
  /** Says events as the API of an epoch. */
  say: (epoch: string, ...envelopes: Envelope[]) => Promise<void>;
  /** What the worker told, in order. */
  told: (type: string) => Promise<Told[]>;
  /** Answers the worker's latest question; `report` says what the API says. */
  answer: (epoch: string, report?: Partial<Watermark>) => Promise<void>;
};

const test = bothDbTest.extend<Rig>({
  sink: async ({}, use) => {
    const sink = await startMailSink();
    await use(sink);
    await sink.stop();
  },
  start: async ({ workerDatabase, apiDatabase, clock, sink }, use) => {
    const running = new Set<Worker>();
    await use(async () => {
      const worker = await startWorker(
        {
          WORKER_DATABASE_URL: workerDatabase.url,
          WORKER_TO_API_URL: apiDatabase.publisherUrl,
          SMTP_URL: sink.url,
          MAIL_FROM: "kanban@example.com",
          PORT: 0,
          HOST: "127.0.0.1",
          LOG_LEVEL: "silent",
        },
        pino({ level: "silent" }),
        clock.now,
      );
      running.add(worker);
      await worker.ready;
      return {
        ...worker,
        stop: async () => {
          running.delete(worker);
          await worker.stop();
        },
      };
    });
    for (const worker of running) await worker.stop();
  },
  say: async ({ workerDatabase }, use) => {
    await use((epoch, ...envelopes) =>
      withClient(workerDatabase.publisherUrl, async (client) => {
        for (const envelope of envelopes)
          await client.query(
            "INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            [envelope.id, envelope.type, envelope.version, JSON.stringify({ ...envelope, epoch })],
          );
      }),
    );
  },
  told: async ({ apiDatabase }, use) => {
    await use(async (type) => {
      const { rows } = await apiDatabase.pool.query<Told>(
        `SELECT id, type, envelope -> 'payload' AS payload, envelope ->> 'epoch' AS epoch FROM event_inbox
         WHERE type = $1 ORDER BY position`,
        [type],
      );
      return rows;
    });
  },
  answer: async ({ workerDatabase: { pool }, say, told }, use) => {
    await use(async (epoch, report = {}) => {
      const asked = await waitFor(
        async () => {
          const { rows } = await pool.query<{ id: string; epoch: string }>(
            "SELECT report_id AS id, epoch FROM instance WHERE report_id IS DISTINCT FROM answered_report_id",
          );
          const [question] = rows;
          return question && (await told("watermark.reported")).some(({ id }) => id === question.id) ? question : null;
        },
        { what: "the worker's question" },
      );
      const stand = { epoch, peerEpoch: asked.epoch, sentUpTo: null, heardUpTo: null, answers: asked.id };
      await say(epoch, ofInstance("watermark.reported", { ...stand, ...report }));
    });
  },
});

function ofInstance(type: string, payload: unknown): Envelope {
  const base = { ...envelopeOf({ type, payload }, 1), boardId: null, boardSeq: null, actor: null };
  return { ...base, occurredAt: new Date().toISOString() };
}

/** A board as the API tells it when asked. */
function snapshotAt(seq: number, title: string): Envelope {
  const { actor, occurredAt, id, correlationId } = envelopeOf(taskCreated(), 1);
  const text = { version: seq, author: actor, writtenAt: occurredAt, eventId: id, correlationId, depth: 0 };
  const { version, dueAt, finishedAt } = cardOf({ version: seq });
  const task = { taskId, version, kind: "inbox", title, notes: "", dueAt, finishedAt, goneAt: null, text };
  const payload = { seq, page: 1, pages: 1, tasks: [task] };
  return { ...envelopeOf({ type: "board.snapshot", payload }, 1), boardSeq: null, actor: null };
}

const letterOf = (deliveryId: string) =>
  ofInstance("mail.requested", { deliveryId, to: "ada@example.com", subject: "Hello", text: "Hello." });

test(
  "a worker restored to before a letter left does not send it again, and one to before it was asked for sends it",
  { timeout: 60_000 },
  async ({ start, say, answer, told, sink, workerDatabase }) => {
    const [sent, later] = [randomUUID(), randomUUID()];
    const request = letterOf(sent);
    // The letter is asked for and waits for the API's answer: that is the moment of the backup.
    let worker = await start();
    await say(firstEpoch, request);
    await waitFor(async () => (await workerDatabase.pool.query("SELECT FROM delivery")).rowCount === 1);
    await worker.stop();
    const backup = await backUp(workerDatabase);
    worker = await start();
    await answer(firstEpoch);
    const [fact] = await waitFor(
      async () => {
        const facts = await told("delivery.reported");
        return facts.length > 0 ? facts : null;
      },
      { timeoutMs: 20_000, what: "the news of the letter" },
    );
    await worker.stop();
    await backup.restore();
    const { rows } = await workerDatabase.pool.query("SELECT state FROM delivery");
    expect(rows).toEqual([{ state: "waiting" }]);

    await start();
    await say(firstEpoch, letterOf(later), ofInstance("deliveries.confirmed", { deliveries: [fact!.payload] }));
    await answer(firstEpoch);
    await waitFor(() => sink.received.length === 2, { timeoutMs: 20_000, what: "the other letter" });
    expect(sink.received.map(({ messageId }) => messageId)).toEqual([
      `<${sent}@example.com>`,
      `<${later}@example.com>`,
    ]);
    // A new epoch, for PostgreSQL says it is another database.
    const epochs = new Set((await told("watermark.reported")).map(({ epoch }) => epoch));
    expect(epochs.size).toBe(2);
    await backup.drop();
  },
);

test(
  "an API restored to an earlier moment is told again what it has lost, and its boards are asked for and end equal",
  { timeout: 60_000 },
  async ({ start, say, answer, told, apiDatabase, workerDatabase: { pool } }) => {
    await start();
    await answer(firstEpoch);
    await say(firstEpoch, envelopeOf(taskCreated(), 1));
    await waitFor(async () => (await told("hints.proposed")).length === 1, { what: "the first hints" });
    const backup = await backUp(apiDatabase);
    const [kept] = await told("hints.proposed");
    await say(firstEpoch, envelopeOf(titleChanged("call the dentist on Friday", 2), 2));
    await waitFor(async () => (await told("hints.proposed")).length === 2, { what: "the hints that get lost" });
    const before = await told("hints.proposed");
    await backup.restore();
    expect(await told("hints.proposed")).toEqual([kept]);
    const { rows } = await pool.query<{ epoch: string }>("SELECT epoch FROM instance");
    const report = ofInstance("watermark.reported", {
      ...{ epoch: secondEpoch, peerEpoch: rows[0]!.epoch, sentUpTo: null, heardUpTo: kept!.id, answers: null },
    });
    const asked = (await told("snapshot.requested")).length;
    // Its new history begins before it has said that it is one.
    await say(secondEpoch, envelopeOf(titleChanged("new two", 2), 2), report);
    await waitFor(async () => (await told("hints.proposed")).length === 2, { what: "the lost hints" });
    expect((await told("hints.proposed")).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    await waitFor(async () => (await told("snapshot.requested")).length > asked, {
      what: "the question for all boards",
    });
    expect((await told("snapshot.requested")).map(({ payload }) => payload["boardIds"])).toContain(null);
    const title = async () => (await pool.query("SELECT title, board_seq::int AS seq FROM task_projection")).rows;
    expect(await title()).toEqual([{ title: "call the dentist on Friday", seq: 2 }]);
    await say(secondEpoch, snapshotAt(2, "new two"), envelopeOf(titleChanged("new three", 3), 3));
    await waitFor(async () => (await title())[0]?.seq === 3, { what: "the new history" });
    expect(await title()).toEqual([{ title: "new three", seq: 3 }]);
    const open = await pool.query("SELECT FROM event_inbox WHERE handled_at IS NULL");
    expect(open.rowCount).toBe(0);
    await backup.drop();
  },
);
