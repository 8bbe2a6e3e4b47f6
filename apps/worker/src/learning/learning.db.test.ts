import type { Change, ChangePayload } from "@kanban/domain/change";
import { allHints } from "@kanban/domain/hint/fold-hints";
import type { Envelope } from "@kanban/events/envelope";
import type { WorkerEventPayload } from "@kanban/events/worker-events";
import { consumeInTransaction } from "@kanban/messaging/consume-in-transaction";
import { inTransaction } from "@kanban/messaging/in-transaction";
import fc from "fast-check";
import type { Pool } from "pg";
import type { Job } from "pg-boss";
import { pino } from "pino";
import { expect } from "vitest";
import { learntAgents } from "../agents/agents.ts";
import { planEvent } from "../dispatcher.ts";
import { cardOf, envelopeOf, taskArchived, taskCreated, taskFinished } from "../fixtures.ts";
import { placeOrdersThrough } from "../jobs/agent-orders.ts";
import { agentJobs } from "../jobs/queues.ts";
import { reconcileJobs } from "../jobs/reconcile-jobs.ts";
import { runAgents } from "../jobs/run-agents.ts";
import { sendThrough } from "../jobs/send-job.ts";
import { requestSnapshots } from "../projection/request-snapshots.ts";
import { engineTest } from "../testing/engine-test.ts";
import { createBoardMemories } from "./board-memories.ts";
import { rankLabels } from "./rank-labels.ts";
import { tokensOf } from "./tokenise.ts";

const log = pino({ level: "silent" });
const garden = { id: "018f0000-0000-7000-8000-0000000000a1", name: "outside", color: "green" };
const idOf = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const of = (type: string, payload: object) => ({ type, payload }) as unknown as Change;

type Report = WorkerEventPayload<"hints.proposed">;
type Rig = {
  /** Tells the worker what happened, in the order of the board, and lets it handle that. */
  tell: (...changes: Change[]) => Promise<Envelope[]>;
  /** Handles all that was told once more. */
  tellAgain: () => Promise<void>;
  /** Runs all agents that were woken, and answers what they report. */
  run: () => Promise<Report[]>;
  /** Makes jobs anew that are missing, and answers how many. */
  reconcile: () => Promise<number>;
};

const test = engineTest.extend<Rig>({
  tell: async ({ pool, boss }, use) => {
    let seq = 0;
    await use(async (...changes) => {
      const envelopes = changes.map((change) => envelopeOf(change, ++seq));
      for (const envelope of envelopes)
        await pool.query("INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, $2, 1, $3)", [
          envelope.id,
          envelope.type,
          JSON.stringify(envelope),
        ]);
      await consume(pool, boss);
      return envelopes;
    });
  },
  tellAgain: async ({ pool, boss }, use) => {
    await use(async () => {
      await pool.query("UPDATE event_inbox SET handled_at = NULL");
      await consume(pool, boss);
    });
  },
  run: async ({ pool, boss, deps, clock }, use) => {
    // Reports stay in the outbox, as they do for a month: what is told under an id again is not heard.
    let heard = 0;
    await use(async () => {
      clock.advance({ seconds: 1 });
      for (;;) {
        const jobs: Job[] = await boss.fetch<object>(agentJobs.name, { batchSize: 50, ignoreStartAfter: true });
        const [first, ...others] = jobs;
        if (!first) break;
        expect(await runAgents({ ...deps, agents: learntAgents }, [first, ...others])).toEqual([]);
        await boss.complete(
          agentJobs.name,
          jobs.map(({ id }) => id),
        );
      }
      const { rows } = await pool.query<{ payload: Report; position: string }>(
        `SELECT envelope -> 'payload' AS payload, position FROM event_outbox
         WHERE type = 'hints.proposed' AND position > $1 ORDER BY position`,
        [heard],
      );
      heard = Number(rows.at(-1)?.position ?? heard);
      return rows.map(({ payload }) => payload);
    });
  },
  reconcile: async ({ pool, boss }, use) => {
    const orders = placeOrdersThrough(sendThrough(boss), { agents: learntAgents });
    await use(async () => (await inTransaction(pool, (tx) => reconcileJobs(tx, orders))).made);
  },
});

async function consume(pool: Pool, boss: Parameters<typeof sendThrough>[0]): Promise<void> {
  const sendJob = sendThrough(boss);
  const agentOrders = placeOrdersThrough(sendJob, { agents: learntAgents });
  const plan = (event: Parameters<typeof planEvent>[0]) => planEvent(event, { sendJob, agentOrders, log });
  while ((await consumeInTransaction({ pool, plan, askForBoards: requestSnapshots })) > 0);
  expect((await pool.query("SELECT * FROM event_handler_failure")).rows).toEqual([]);
}

const task = (n: number, title: string, changes: object = {}) => taskCreated({ id: idOf(n), title, ...changes });
const updated = (n: number, version: number, before: object, after: object) =>
  of("task.updated", { taskId: idOf(n), version, before, after });
const removed = (n: number, version: number) => {
  const taskId = idOf(n);
  return of("task.removed", { taskId, version, card: cardOf({ id: taskId }), deletedAt: "2026-03-05T10:00:00.000Z" });
};
const withId = ({ type, payload }: Change, n: number) => of(type, { ...payload, taskId: idOf(n) });

/** A board on which watering got a tag and paying did not. */
const past = [
  of("tag.created", { tag: garden }),
  ...[1, 2, 3].map((n) => task(n, `Water the plants ${["hall", "porch", "attic"][n - 1]}`, { tagIds: [garden.id] })),
  ...[4, 5, 6].map((n) =>
    of("task.created", { ...task(n, `Pay the ${["rent", "phone", "gas"][n - 4]}`).payload, kind: "next" }),
  ),
];

const ofAgent = (reports: Report[], agent: string) => reports.filter((report) => report.agent === agent);

test("what was chosen before is proposed for the next task like it, with the tasks it was learnt from", async ({
  tell,
  run,
}) => {
  await tell(...past);
  await run();
  await tell(task(9, "Water the roses"));
  const [report, ...more] = ofAgent(await run(), "tags");
  expect(more).toEqual([]);
  expect(report).toMatchObject({ taskId: idOf(9), hints: [{ value: { kind: "tag", tagId: garden.id } }] });
  expect(report?.hints[0]?.evidence).toEqual({
    from: "tasks",
    taskIds: [idOf(1), idOf(2), idOf(3)],
    words: expect.arrayContaining(["Water"]),
  });
});

test("a hint names other tasks when one it rests on is deleted, and is withdrawn when none is left", async ({
  tell,
  tellAgain,
  run,
}) => {
  await tell(...past, task(9, "Water the roses"));
  await run();
  await tell(removed(1, 2));
  const [fewer] = ofAgent(await run(), "tags");
  expect(fewer?.hints[0]?.evidence).toMatchObject({ taskIds: [idOf(2), idOf(3)] });
  await tell(updated(2, 2, { tagIds: [garden.id] }, { tagIds: [] }), removed(3, 2));
  const reports = ofAgent(await run(), "tags").filter(({ taskId }) => taskId === idOf(9));
  expect(reports.at(-1)?.hints).toEqual([]);
  await tellAgain();
  expect(ofAgent(await run(), "tags").filter(({ taskId }) => taskId === idOf(9))).toEqual([]);
});

test.for(["lost", "waiting"])(
  "a hint is made anew and withdrawn though the job for it is %s when missing ones are made",
  async (state, { tell, run, reconcile, pool }) => {
    await tell(...past, task(9, "Water the roses"));
    await run();
    const lookAgain = async (...changes: Change[]) => {
      await tell(...changes);
      if (state === "lost") await pool.query("DELETE FROM pgboss.job WHERE state = 'created'");
      expect(await reconcile()).toBeGreaterThan(0);
      expect(await reconcile()).toBe(0);
      return ofAgent(await run(), "tags").findLast(({ taskId }) => taskId === idOf(9))?.hints;
    };
    expect(await lookAgain(removed(1, 2))).toMatchObject([{ evidence: { taskIds: [idOf(2), idOf(3)] } }]);
    expect(await lookAgain(updated(2, 2, { tagIds: [garden.id] }, { tagIds: [] }), removed(3, 2))).toEqual([]);
  },
);

test("a hint is withdrawn though the agent failed once when it looked again", async ({
  tell,
  run,
  pool,
  boss,
  deps,
}) => {
  await tell(...past, task(9, "Water the roses"));
  await run();
  await tell(...[1, 2, 3].map((n) => removed(n, 2)));
  const [first, ...others] = await boss.fetch<object>(agentJobs.name, { batchSize: 50, ignoreStartAfter: true });
  const recallBoard = () => Promise.reject(new Error("the connection was lost"));
  const failures = await runAgents({ ...deps, agents: learntAgents, recallBoard }, [first!, ...others]);
  expect(failures.length).toBeGreaterThan(0);
  await pool.query("UPDATE pgboss.job SET state = 'retry' WHERE state = 'active'");
  const reports = ofAgent(await run(), "tags").filter(({ taskId }) => taskId === idOf(9));
  expect(reports.map(({ hints }) => hints)).toEqual([[]]);
});

test("a hint to set a label ends with the label", async ({ tell, run }) => {
  await tell(...past, task(9, "Water the roses"));
  await run();
  await tell(of("tag.removed", { tag: garden, taskIds: [idOf(1), idOf(2), idOf(3)] }));
  expect(ofAgent(await run(), "tags")).toMatchObject([{ taskId: idOf(9), hints: [] }]);
});

test("two open tasks that say the same are one too many, until one is done or says something else", async ({
  tell,
  run,
}) => {
  const at = (day: number) => ({ capturedAt: `2026-03-0${day}T10:00:00.000Z` });
  await tell(
    task(6, "Buy a lamp", at(1)),
    task(7, "Call the plumber about the boiler", at(1)),
    task(8, "Clean the roof", at(1)),
  );
  await tell(task(9, "Call plumber about boiler", at(2)));
  expect(ofAgent(await run(), "duplicate")).toMatchObject([
    { taskId: idOf(9), hints: [{ value: { kind: "duplicate", otherTaskId: idOf(7) } }] },
  ]);
  await tell(withId(taskFinished(2), 7));
  expect(ofAgent(await run(), "duplicate")).toMatchObject([{ taskId: idOf(9), hints: [] }]);
  await tell(task(10, "Clean roof", at(3)));
  expect(ofAgent(await run(), "duplicate")).toMatchObject([{ taskId: idOf(10), hints: [{}] }]);
  await tell(updated(8, 2, { title: "Clean the roof" }, { title: "Paint a fence" }));
  expect(ofAgent(await run(), "duplicate")).toMatchObject([{ taskId: idOf(10), hints: [] }]);
});

test("what somebody chose meanwhile is not proposed any more", async ({ tell, run }) => {
  const shed = { id: idOf(500), name: "Shed", color: "red", desiredOutcome: "", status: "active" };
  const built = [1, 2, 3].map((n) => task(n, `Paint the wall ${n}`, { projectId: shed.id }));
  const others = [4, 5, 6].map((n) => of("task.created", { ...task(n, `Pay bill ${n}`).payload, kind: "next" }));
  await tell(of("project.created", { project: shed }), ...built, ...others, task(9, "Paint the door"));
  expect(ofAgent(await run(), "project")).toMatchObject([{ taskId: idOf(9), hints: [{}] }]);
  await tell(updated(9, 2, { projectId: null }, { projectId: shed.id }));
  expect(ofAgent(await run(), "project")).toMatchObject([{ taskId: idOf(9), hints: [] }]);
});

test("how sure a hint is follows from how often such hints were taken, each answer counted once", async ({
  tell,
  tellAgain,
  run,
  pool,
}) => {
  await tell(...past);
  await run();
  const capture = async (n: number) => {
    await tell(task(n, `Water the roses ${n}`));
    const [report] = ofAgent(await run(), "tags").filter(({ taskId }) => taskId === idOf(n));
    return report!.hints[0]!;
  };
  const decided = (hintId: string, n: number, state: ChangePayload<"hint.decided">["state"]) =>
    of("hint.decided", { hintId, taskId: idOf(n), state });
  const first = await capture(20);
  await tell(decided(first.hintId, 20, "dismissed"));
  const second = await capture(21);
  expect(second.confidence).toBeLessThan(first.confidence);
  // Told twice it is one answer, and taken back it is none.
  await tellAgain();
  const told = "SELECT state, count(*)::int AS n FROM proposal WHERE kind = 'tag' GROUP BY 1 ORDER BY 1";
  expect((await pool.query(told)).rows).toEqual([
    { state: "dismissed", n: 1 },
    { state: "proposed", n: 1 },
  ]);
  await tell(of("hint.reopened", { hintId: first.hintId, taskId: idOf(20), was: "dismissed" }));
  const third = await capture(22);
  expect(third.confidence).toBeCloseTo(first.confidence, 1);
  for (const [n, { hintId }] of [first, second, third].entries()) await tell(decided(hintId, 20 + n, "applied"));
  const fourth = await capture(23);
  expect(fourth.confidence).toBeGreaterThan(second.confidence);
  expect(fourth.confidence).toBeGreaterThan(third.confidence);
});

test("a board that does not want a kind of hint is not asked for it", async ({ tell, run }) => {
  const board = { before: { hints: allHints }, after: { hints: { ...allHints, off: ["tag"] } } };
  await tell(...past, of("board.updated", board), task(9, "Water the roses"));
  expect(ofAgent(await run(), "tags")).toEqual([]);
});

const steps = fc.array(
  fc.record({
    n: fc.integer({ min: 1, max: 5 }),
    what: fc.constantFrom("create", "label", "unlabel", "rewrite", "archive", "remove", "restore", "recall" as const),
    words: fc.subarray(["call", "water", "roses", "plumber", "invoice"], { minLength: 1 }),
  }),
  { minLength: 10, maxLength: 30 },
);

test(
  "a memory kept up by the changes of a board knows what one knows that was made of all of it at the end",
  { timeout: 120_000 },
  async ({ tell, pool }) => {
    await tell(of("tag.created", { tag: garden }));
    let base = 1_000;
    await fc.assert(
      fc.asyncProperty(steps, async (played) => {
        base += 100;
        const kept = createBoardMemories(pool);
        const { boardId } = envelopeOf(task(1, ""), 1);
        const there = new Map<number, number>();
        for (const { n, what, words } of played) {
          const id = base + n;
          const title = words.join(" ");
          const version = (there.get(n) ?? 0) + 1;
          if (what === "recall") await kept(boardId!);
          else if (what === "create" && !there.has(n)) await tell(task(id, title));
          else if (!there.has(n)) continue;
          else if (what === "label") await tell(updated(id, version, { tagIds: [] }, { tagIds: [garden.id] }));
          else if (what === "unlabel") await tell(updated(id, version, { tagIds: [garden.id] }, { tagIds: [] }));
          else if (what === "rewrite") await tell(updated(id, version, { title: "" }, { title }));
          else if (what === "archive") await tell(withId(taskArchived(version), id));
          else if (what === "remove") await tell(removed(id, version));
          else if (what === "restore") {
            const { payload } = task(id, title, { version, tagIds: [garden.id] });
            await tell(of("task.restored", { ...payload, taskId: idOf(id), version, from: "trash" }));
          }
          if (what !== "recall") there.set(n, version);
        }
        const facts = async (recall: typeof kept) => {
          const memory = await recall(boardId!);
          const texts = ["call water roses", "plumber invoice", "outside"].map((text) => tokensOf(text));
          return [memory.size(), texts.map((tokens) => rankLabels(memory, "tag", tokens, "none"))];
        };
        expect(await facts(kept)).toEqual(await facts(createBoardMemories(pool)));
      }),
      { numRuns: 12 },
    );
  },
);
