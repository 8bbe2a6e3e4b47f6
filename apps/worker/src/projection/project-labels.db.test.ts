import type { Change } from "@kanban/domain/change";
import { allHints } from "@kanban/domain/hint/fold-hints";
import type { Envelope } from "@kanban/events/envelope";
import { consumeInTransaction } from "@kanban/messaging/consume-in-transaction";
import { workerDbTest } from "@kanban/testing/database-tests";
import type { Pool } from "pg";
import { pino } from "pino";
import { expect } from "vitest";
import { planEvent } from "../dispatcher.ts";
import { cardOf, envelopeOf, taskArchived, taskCreated, taskId } from "../fixtures.ts";
import { engineTest } from "../testing/engine-test.ts";
import { completePoorBoards } from "./complete-poor-boards.ts";
import { requestSnapshots } from "./request-snapshots.ts";

const log = pino({ level: "silent" });
const tag = { id: "018f0000-0000-7000-8000-0000000000a1", name: "garden", color: "green" };
const other = { id: "018f0000-0000-7000-8000-0000000000a2", name: "house", color: "red" };
const phone = { id: "018f0000-0000-7000-8000-0000000000b1", name: "phone" };
const shed = {
  id: "018f0000-0000-7000-8000-0000000000d1",
  ...{ name: "Shed", color: "blue", desiredOutcome: "", status: "active" },
};
const of = (type: string, payload: object) => ({ type, payload }) as unknown as Change;
const updated = (version: number, before: object, after: object) =>
  of("task.updated", { taskId, version, before, after });

/** A task that gets labels by hand and by hints, and loses some. */
const history: { change: Change; byHint?: boolean }[] = [
  { change: of("tag.created", { tag }) },
  { change: of("tag.created", { tag: other }) },
  { change: of("context.created", { context: phone }) },
  { change: of("project.created", { project: shed }) },
  { change: taskCreated({ tagIds: [other.id], contextIds: [phone.id], estimateMinutes: 5 }) },
  { change: updated(2, { tagIds: [other.id] }, { tagIds: [other.id, tag.id] }), byHint: true },
  { change: updated(3, { projectId: null, estimateMinutes: 5 }, { projectId: shed.id, estimateMinutes: 30 }) },
  { change: of("tag.updated", { tagId: tag.id, before: { name: "garden" }, after: { name: "plants" } }) },
  {
    change: of("project.updated", { projectId: shed.id, before: { status: "active" }, after: { status: "finished" } }),
  },
  { change: of("tag.removed", { tag: other, taskIds: [taskId] }) },
  { change: of("context.removed", { context: phone, taskIds: [taskId], columnIds: [] }) },
];

const told = () =>
  history.map(({ change, byHint = false }, index) => {
    const envelope = envelopeOf(change, index + 1);
    return byHint ? { ...envelope, actor: { ...envelope.actor!, means: "hint" as const } } : envelope;
  });

async function deliver(pool: Pool, envelopes: readonly Envelope[]): Promise<void> {
  for (const envelope of envelopes)
    await pool.query(
      `INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, $2, 1, $3)
       ON CONFLICT (id) DO UPDATE SET handled_at = NULL`,
      [envelope.id, envelope.type, JSON.stringify(envelope)],
    );
  const plan = (event: Parameters<typeof planEvent>[0]) => planEvent(event, { sendJob: async () => {}, log });
  while ((await consumeInTransaction({ pool, plan, askForBoards: requestSnapshots })) > 0);
}

const known = async (pool: Pool) => ({
  task: (
    await pool.query(
      `SELECT tag_ids, context_ids, project_id, hinted_ids, estimate_minutes, started_at, captured_at, archived_at
       FROM task_projection`,
    )
  ).rows,
  labels: (
    await pool.query(
      `SELECT label_id, kind, name, is_open FROM label_projection WHERE NOT is_removed ORDER BY label_id`,
    )
  ).rows,
});

const expected = {
  task: [
    {
      tag_ids: [tag.id],
      context_ids: [],
      project_id: shed.id,
      hinted_ids: [tag.id],
      estimate_minutes: 30,
      started_at: null,
      captured_at: new Date(cardOf().capturedAt),
      archived_at: null,
    },
  ],
  labels: [
    { label_id: tag.id, kind: "tag", name: "plants", is_open: true },
    { label_id: shed.id, kind: "project", name: "Shed", is_open: false },
  ],
};

workerDbTest(
  "what was chosen for a task is known from events alone, and telling all of it again changes nothing",
  async ({ workerDatabase: { pool } }) => {
    const events = told();
    await deliver(pool, events);
    expect(await known(pool)).toEqual(expected);
    await deliver(pool, events);
    expect(await known(pool)).toEqual(expected);
    await deliver(pool, [envelopeOf(taskArchived(4), history.length + 1)]);
    expect((await known(pool)).task).toMatchObject([{ tag_ids: [tag.id], archived_at: expect.any(Date) }]);
  },
);

engineTest(
  "a snapshot tells the same, takes the place of what was wrong, and is asked for where an older build knew less",
  async ({ pool, boss }) => {
    // A snapshot looks for jobs that are missing.
    expect(boss).toBeDefined();
    const events = told();
    await deliver(pool, events);
    const asked = async () => {
      await completePoorBoards(pool);
      return (await pool.query("DELETE FROM event_outbox RETURNING envelope -> 'payload' -> 'boardIds' AS ids")).rows;
    };
    const { boardId } = events[0]!;
    expect(await asked()).toEqual([{ ids: [boardId] }]);
    await pool.query("UPDATE task_projection SET tag_ids = '{}', hinted_ids = '{}', estimate_minutes = 7");
    await pool.query("UPDATE label_projection SET name = 'broken'");
    const { dueAt, finishedAt, title, capturedAt } = cardOf();
    const created = events[4]!;
    const text = { version: 1, author: created.actor, writtenAt: created.occurredAt, eventId: created.id };
    const task = {
      ...{ taskId, version: 3, kind: "inbox", title, notes: "", dueAt, finishedAt, goneAt: null, capturedAt },
      ...{ tagIds: [tag.id], contextIds: [], projectId: shed.id, hintedIds: [tag.id], estimateMinutes: 30 },
      text: { ...text, correlationId: created.correlationId, depth: 0 },
    };
    const labels = [
      { labelId: tag.id, kind: "tag", name: "plants", isOpen: true },
      { labelId: shed.id, kind: "project", name: "Shed", isOpen: false },
    ];
    const hints = { ...allHints, off: ["questions"] };
    const snapshotOf = (payload: object) => ({
      ...envelopeOf({ type: "board.snapshot", payload: { seq: history.length, page: 1, pages: 1, ...payload } }, 1),
      ...{ boardSeq: null, actor: null },
    });
    // An older API tells nothing of labels: the board is still asked for.
    await deliver(pool, [snapshotOf({ tasks: [task] })]);
    expect(await asked()).toEqual([{ ids: [boardId] }]);
    await deliver(pool, [snapshotOf({ tasks: [task], labels, hints })]);
    expect(await known(pool)).toEqual(expected);
    expect((await pool.query("SELECT hints FROM board_projection")).rows).toEqual([{ hints }]);
    expect(await asked()).toEqual([]);
  },
);
