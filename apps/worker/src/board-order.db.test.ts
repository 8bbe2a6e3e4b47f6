import type { Envelope } from "@kanban/events/envelope";
import { consumeInTransaction } from "@kanban/messaging/consume-in-transaction";
import { createPool } from "@kanban/messaging/create-pool";
import { startListener } from "@kanban/messaging/listen";
import { workerDbTest } from "@kanban/testing/database-tests";
import fc from "fast-check";
import type { Pool } from "pg";
import { pino } from "pino";
import { expect } from "vitest";
import { planEvent } from "./dispatcher.ts";
import { cardOf, envelopeOf, taskCreated, taskId, titleChanged } from "./fixtures.ts";
import { startJobEngine } from "./jobs/start-job-engine.ts";
import { requestSnapshots } from "./projection/request-snapshots.ts";

const log = pino({ level: "silent" });
const otherBoard = "018f0000-0000-7000-8000-0000000000bb";

type Rig = {
  pool: Pool;
  deliver: (...envelopes: Envelope[]) => Promise<void>;
  /** Works off all that may be worked off. */
  consume: () => Promise<void>;
};

const test = workerDbTest.extend<Rig>({
  pool: async ({ workerDatabase }, use) => {
    const pool = createPool(workerDatabase.url, { name: "test", max: 4, onError: () => {} });
    const listener = startListener({ url: workerDatabase.url, name: "test", onError: () => {} });
    const engine = await startJobEngine({ url: workerDatabase.url, listener, log });
    await engine.stop();
    await listener.stop();
    await use(pool);
    await pool.end();
  },
  deliver: async ({ pool }, use) => {
    await use(async (...envelopes) => {
      for (const envelope of envelopes)
        await pool.query(
          "INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
          [envelope.id, envelope.type, envelope.version, JSON.stringify(envelope)],
        );
    });
  },
  consume: async ({ pool }, use) => {
    await use(async () => {
      const sendJob = async () => {};
      const plan = (event: Parameters<typeof planEvent>[0]) => planEvent(event, { sendJob, log });
      const retry = { maxAttempts: 2, firstDelayMs: 0 };
      while ((await consumeInTransaction({ pool, plan, askForBoards: requestSnapshots, retry, batch: 20 })) > 0);
    });
  },
});

const titleOf = async (pool: Pool) =>
  (await pool.query<{ title: string }>("SELECT title FROM task_projection WHERE task_id = $1", [taskId])).rows[0]
    ?.title;
const openEvents = async (pool: Pool) =>
  (await pool.query("SELECT FROM event_inbox WHERE handled_at IS NULL AND parked_at IS NULL")).rowCount;
const asked = async (pool: Pool) =>
  (
    await pool.query<{ boards: string[] }>("SELECT envelope -> 'payload' -> 'boardIds' AS boards FROM event_outbox")
  ).rows.map(({ boards }) => boards[0]);
const waitedLong = (pool: Pool) => pool.query("UPDATE board_cursor SET waiting_since = now() - interval '1 minute'");

/** A board as the API tells it when asked. */
function snapshotAt(seq: number, title: string): Envelope {
  const { actor, occurredAt, id, correlationId } = envelopeOf(taskCreated(), 1);
  const text = { version: seq, author: actor, writtenAt: occurredAt, eventId: id, correlationId, depth: 0 };
  const { version, dueAt, finishedAt } = cardOf({ version: seq });
  const task = { taskId, version, kind: "inbox", title, notes: "", dueAt, finishedAt, goneAt: null, text };
  const payload = { seq, page: 1, pages: 1, tasks: [task] };
  return { ...envelopeOf({ type: "board.snapshot", payload }, 1), boardSeq: null, actor: null };
}

test("an event that comes too early waits for the one before it", async ({ pool, deliver, consume }) => {
  const [one, two, three] = [
    envelopeOf(taskCreated(), 1),
    envelopeOf(titleChanged("two", 2), 2),
    envelopeOf(titleChanged("three", 3), 3),
  ];
  await deliver(one, three);
  await consume();
  expect(await titleOf(pool)).toBe("call the dentist tomorrow 3pm");
  expect(await openEvents(pool)).toBe(1);
  await deliver(two);
  await consume();
  expect(await titleOf(pool)).toBe("three");
  expect(await openEvents(pool)).toBe(0);
  expect(await asked(pool)).toEqual([]);
});

test("what arrived backwards is done in one batch, in order", async ({ pool, deliver }) => {
  const changes = Array.from({ length: 9 }, (_, n) => envelopeOf(titleChanged(`title ${n + 2}`, n + 2), n + 2));
  await deliver(...changes.toReversed(), envelopeOf(taskCreated(), 1));
  const plan = (event: Parameters<typeof planEvent>[0]) => planEvent(event, { sendJob: async () => {}, log });
  await consumeInTransaction({ pool, plan, askForBoards: requestSnapshots });
  expect([await openEvents(pool), await titleOf(pool)]).toEqual([0, "title 10"]);
});

test("a board whose event does not come is asked for once, and its snapshot takes the gap's place", async ({
  pool,
  deliver,
  consume,
}) => {
  const late = envelopeOf(titleChanged("two", 2), 2);
  const four = envelopeOf(titleChanged("four", 4), 4);
  await deliver(envelopeOf(taskCreated(), 1), four);
  await consume();
  await waitedLong(pool);
  await consume();
  await consume();
  expect(await asked(pool)).toEqual([four.boardId]);
  await deliver(snapshotAt(3, "three"));
  await consume();
  expect(await titleOf(pool)).toBe("four");
  expect(await openEvents(pool)).toBe(0);
  // What was lost turns up after all: nothing goes back.
  await deliver(late, snapshotAt(3, "three"));
  await consume();
  expect(await titleOf(pool)).toBe("four");
  expect(await openEvents(pool)).toBe(0);
});

test("whatever piles up behind a gap holds no other board up", async ({ pool, deliver, consume }) => {
  await deliver(...Array.from({ length: 60 }, (_, n) => envelopeOf(titleChanged(`late ${n}`, n + 5), n + 5)));
  await deliver(envelopeOf(taskCreated({ id: otherBoard }), 1, { board: otherBoard }));
  await consume();
  expect(await openEvents(pool)).toBe(60);
  expect((await pool.query("SELECT FROM task_projection WHERE board_id = $1", [otherBoard])).rowCount).toBe(1);
});

test("an event that is set aside does not hold its board, and the board is asked for", async ({
  pool,
  deliver,
  consume,
}) => {
  const broken = envelopeOf({ type: "task.updated", payload: { taskId: 7 } }, 2);
  await deliver(envelopeOf(taskCreated(), 1), broken, envelopeOf(titleChanged("three", 3), 3));
  await consume();
  expect(await titleOf(pool)).toBe("three");
  expect(await asked(pool)).toEqual([broken.boardId]);
});

test("a board that is gone at the API is forgotten, and nothing waits for it", async ({ pool, deliver, consume }) => {
  await deliver(envelopeOf(taskCreated(), 1), envelopeOf(titleChanged("nine", 9), 9));
  await consume();
  await deliver({ ...envelopeOf({ type: "board.missing", payload: {} }, 1), boardSeq: null, actor: null });
  await consume();
  expect(await titleOf(pool)).toBeUndefined();
  expect(await openEvents(pool)).toBe(0);
});

test("repeated and disordered in any way, the events of a board leave what they leave in order", async ({
  pool,
  deliver,
  consume,
}) => {
  const history = [
    envelopeOf(taskCreated(), 1),
    ...Array.from({ length: 7 }, (_, n) => envelopeOf(titleChanged(`title ${n + 2}`, n + 2), n + 2)),
  ];
  const state = async () =>
    (await pool.query("SELECT to_jsonb(p) - 'updated_at' AS task FROM task_projection AS p")).rows;
  const clear = () => pool.query("TRUNCATE event_inbox, task_projection, board_cursor, event_outbox");
  await deliver(...history);
  await consume();
  const inOrder = await state();
  const disorder = fc.shuffledSubarray([...history, ...history], { minLength: 2 * history.length });
  await fc.assert(
    fc.asyncProperty(disorder, fc.integer({ min: 1, max: 15 }), async (events, pause) => {
      await clear();
      await deliver(...events.slice(0, pause));
      await consume();
      await deliver(...events.slice(pause));
      await consume();
      expect(await state()).toEqual(inOrder);
      expect(await openEvents(pool)).toBe(0);
    }),
    { numRuns: 25 },
  );
});

test("without the cursor the same disorder loses a change: the test above would notice", async ({
  pool,
  deliver,
  consume,
}) => {
  await deliver(envelopeOf(taskCreated(), 1));
  await consume();
  // The planted bug: every event passes for the next.
  await pool.query("UPDATE board_cursor SET seq = 100");
  const renamed = envelopeOf(titleChanged("two", 2), 2);
  const noted = envelopeOf(
    { type: "task.updated", payload: { taskId, version: 3, before: { notes: "" }, after: { notes: "three" } } },
    3,
  );
  await deliver(noted);
  await consume();
  await deliver(renamed);
  await consume();
  expect(await titleOf(pool)).not.toBe("two");
});

const [firstEpoch, secondEpoch] = ["018f0000-0000-7000-8000-0000000000e1", "018f0000-0000-7000-8000-0000000000e2"];
const inEpoch = (epoch: string, envelope: Envelope): Envelope => ({ ...envelope, epoch });
const cursor = async (pool: Pool) =>
  (await pool.query("SELECT seq::int, epoch, waiting_since IS NOT NULL AS waits FROM board_cursor")).rows;

test("in a new epoch nothing is applied before a snapshot, and the old future is undone", async ({
  pool,
  deliver,
  consume,
}) => {
  const first = (envelope: Envelope) => inEpoch(firstEpoch, envelope);
  const second = (envelope: Envelope) => inEpoch(secondEpoch, envelope);
  await deliver(first(envelopeOf(taskCreated(), 1)), first(envelopeOf(titleChanged("undone", 2), 2)));
  // Still to be applied when the API was restored to its first event.
  await deliver(first(envelopeOf(titleChanged("undone, too", 4), 4)));
  await consume();
  expect(await cursor(pool)).toEqual([{ seq: 2, epoch: firstEpoch, waits: true }]);
  await deliver(second(envelopeOf(titleChanged("new two", 2), 2)), second(envelopeOf(titleChanged("new three", 3), 3)));
  await consume();
  expect(await titleOf(pool)).toBe("undone");
  expect(await openEvents(pool)).toBe(3);
  await waitedLong(pool);
  await consume();
  expect(await asked(pool)).toEqual([envelopeOf(taskCreated(), 1).boardId]);
  await deliver(second(snapshotAt(2, "new two")));
  await deliver(second(envelopeOf(titleChanged("new four", 4), 4)));
  await consume();
  expect(await titleOf(pool)).toBe("new four");
  expect(await openEvents(pool)).toBe(0);
  expect(await cursor(pool)).toEqual([{ seq: 4, epoch: secondEpoch, waits: false }]);
  expect(await asked(pool)).toHaveLength(1);
});

test("what does not say its epoch matches any: an older API, an older row", async ({ pool, deliver, consume }) => {
  await deliver(envelopeOf(taskCreated(), 1));
  await consume();
  await deliver(inEpoch(firstEpoch, envelopeOf(titleChanged("two", 2), 2)));
  await consume();
  await deliver(envelopeOf(titleChanged("three", 3), 3));
  await consume();
  expect(await titleOf(pool)).toBe("three");
  expect(await cursor(pool)).toEqual([{ seq: 3, epoch: firstEpoch, waits: false }]);
});

test("a board in a new epoch is asked for at once, and whatever piles up there holds no other board up", async ({
  pool,
  deliver,
  consume,
}) => {
  await deliver(inEpoch(firstEpoch, envelopeOf(taskCreated(), 1)));
  await consume();
  const strange = Array.from({ length: 60 }, (_, n) => envelopeOf(titleChanged(`new ${n}`, n + 2), n + 2));
  await deliver(...strange.map((envelope) => inEpoch(secondEpoch, envelope)));
  await deliver(envelopeOf(taskCreated({ id: otherBoard }), 1, { board: otherBoard }));
  // Comes back at all: `consume` goes on while there is anything to look at.
  await consume();
  expect(await openEvents(pool)).toBe(60);
  expect((await pool.query("SELECT FROM task_projection WHERE board_id = $1", [otherBoard])).rowCount).toBe(1);
  expect(await asked(pool)).toEqual([strange[0]?.boardId]);
});
