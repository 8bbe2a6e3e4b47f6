import type { Envelope } from "@kanban/events/envelope";
import { consumeInTransaction } from "@kanban/messaging/consume-in-transaction";
import { inTransaction } from "@kanban/messaging/in-transaction";
import fc from "fast-check";
import { pino } from "pino";
import { expect } from "vitest";
import { planEvent } from "../dispatcher.ts";
import { cardOf, envelopeOf, taskCreated } from "../fixtures.ts";
import { startJobEngine } from "../jobs/start-job-engine.ts";
import { engineTest } from "../testing/engine-test.ts";
import { rebuildProjections } from "./rebuild-projections.ts";
import { requestSnapshots } from "./request-snapshots.ts";

const log = pino({ level: "silent" });
const taskIds = [1, 2, 3].map((n) => `018f0000-0000-7000-8000-00000000010${n}`);
const epoch = "018f0000-0000-7000-8000-0000000000e1";

type Task = { taskId: string; version: number; title: string; text: { version: number; envelope: Envelope } };

/** The API's board as far as the worker knows it: three tasks whose titles change, told event by event. */
function newBoard() {
  const tasks: Task[] = [];
  let seq = 0;
  const told = (change: Parameters<typeof envelopeOf>[0]) => ({ ...envelopeOf(change, ++seq), epoch });
  return {
    change(n: number): Envelope {
      const taskId = taskIds[n % 3]!;
      const task = tasks.find((one) => one.taskId === taskId);
      if (!task) {
        const envelope = told(taskCreated({ id: taskId, title: `Task ${n}` }));
        tasks.push({ taskId, version: 1, title: `Task ${n}`, text: { version: 1, envelope } });
        return envelope;
      }
      task.version += 1;
      task.title = `Title ${n}`;
      const payload = { taskId, version: task.version, before: { title: "" }, after: { title: task.title } };
      const envelope = told({ type: "task.updated", payload });
      task.text = { version: task.version, envelope };
      return envelope;
    },
    /** One page for each task, as of a board that is large. */
    snapshot(): Envelope[] {
      const pages = Math.max(1, tasks.length);
      const { dueAt, finishedAt } = cardOf();
      return Array.from({ length: pages }, (_, index) => {
        const page = tasks.slice(index, index + 1).map(({ taskId, version, title, text }) => {
          const { id, actor, occurredAt, correlationId, depth } = text.envelope;
          const origin = {
            version: text.version,
            author: actor,
            writtenAt: occurredAt,
            eventId: id,
            correlationId,
            depth,
          };
          return { taskId, version, kind: "inbox", title, notes: "", dueAt, finishedAt, goneAt: null, text: origin };
        });
        const payload = { seq, page: index + 1, pages, tasks: page };
        return { ...envelopeOf({ type: "board.snapshot", payload }, 1), boardSeq: null, actor: null, epoch };
      });
    },
  };
}

engineTest(
  "rebuilt at any moments of a stream of changes, the projection ends as if it never had been",
  { timeout: 120_000 },
  async ({ pool, workerDatabase, listener }) => {
    const engine = await startJobEngine({ url: workerDatabase.url, listener, log });
    await engine.stop();
    const deliver = async (envelopes: readonly Envelope[]) => {
      for (const envelope of envelopes)
        await pool.query("INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, $2, 1, $3)", [
          envelope.id,
          envelope.type,
          JSON.stringify(envelope),
        ]);
    };
    const plan = (event: Parameters<typeof planEvent>[0]) => planEvent(event, { sendJob: async () => {}, log });
    const consume = async () => {
      while ((await consumeInTransaction({ pool, plan, askForBoards: requestSnapshots, batch: 5 })) > 0);
    };
    const state = async () =>
      (
        await pool.query(
          `SELECT task_id, version, title, text_version, text_event_id, text_author FROM task_projection ORDER BY task_id`,
        )
      ).rows;
    const steps = fc.array(fc.constantFrom("change", "change", "change", "rebuild", "consume", "break" as const), {
      minLength: 12,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (played) => {
        await pool.query("TRUNCATE event_inbox, task_projection, board_cursor, event_outbox");
        const board = newBoard();
        const history: Envelope[] = [];
        for (const [n, step] of played.entries()) {
          if (step === "consume") await consume();
          // What is known is wrong, for whatever reason: that is why anybody rebuilds.
          else if (step === "break") await pool.query("UPDATE task_projection SET title = 'broken', version = 1");
          else if (step === "rebuild") {
            await inTransaction(pool, (tx) => rebuildProjections(tx, "to see"));
            await deliver(board.snapshot());
          } else {
            const envelope = board.change(n);
            history.push(envelope);
            await deliver([envelope]);
          }
        }
        await inTransaction(pool, (tx) => rebuildProjections(tx, "to end with"));
        await deliver(board.snapshot());
        await consume();
        // Snapshots included, all of it handled once more changes not a byte.
        const everyByte = async () => (await pool.query("SELECT * FROM task_projection ORDER BY task_id")).rows;
        const before = await everyByte();
        await pool.query("UPDATE event_inbox SET handled_at = NULL");
        await consume();
        expect(await everyByte()).toEqual(before);
        const last = board.change(1);
        await deliver([last]);
        await consume();
        const rebuilt = await state();
        expect((await pool.query("SELECT FROM event_inbox WHERE handled_at IS NULL")).rowCount).toBe(0);
        expect((await pool.query("SELECT FROM board_cursor WHERE waiting_since IS NOT NULL")).rowCount).toBe(0);
        await pool.query("TRUNCATE event_inbox, task_projection, board_cursor");
        await deliver([...history, last]);
        await consume();
        expect(rebuilt).toEqual(await state());
      }),
      { numRuns: 12 },
    );
  },
);
