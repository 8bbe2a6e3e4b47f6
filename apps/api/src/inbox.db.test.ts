import { randomUUID } from "node:crypto";
import type { MutationAnswer } from "@kanban/domain/board-event";
import type { Hint } from "@kanban/domain/entities";
import { withClient } from "@kanban/testing/open-client";
import { waitFor } from "@kanban/testing/wait-for";
import { expect } from "vitest";
import { openStream } from "./testing/read-stream.ts";
import { type Person, serverTest, type TestServer } from "./testing/server-test.ts";

const title = "Call the dentist tomorrow";

type Task = { boardId: string; epoch: string; taskId: string; columnId: string; textEventId: string };

async function newTask(person: Person): Promise<Task> {
  const { boardId, epoch, events } = await person.ask<MutationAnswer>("board.create", {
    name: "Home",
    mutationId: randomUUID(),
  });
  const change = events[0]?.change;
  if (change?.type !== "board.created") throw new Error("A new board begins with board.created");
  const taskId = randomUUID();
  const columnId = change.payload.columns[0]!.id;
  const asked = { boardId, taskId, columnId, title, mutationId: randomUUID() };
  const created = await person.ask<MutationAnswer>("task.create", asked);
  return { boardId, epoch, taskId, columnId, textEventId: created.events[0]!.id };
}

function report(person: Person, { boardId, taskId, textEventId }: Task, changes: Record<string, unknown> = {}) {
  const evidence = { field: "title", text: "tomorrow", start: 17, end: 25 };
  const hint = { hintId: randomUUID(), value: { kind: "due-date", dueAt: "2026-11-23" }, evidence, confidence: 0.9 };
  return {
    ...{ id: randomUUID(), type: "hints.proposed", version: 1, boardId, boardSeq: null },
    actor: { userId: person.userId, means: "hand", timeZone: "Europe/Vienna" },
    ...{ mutationId: randomUUID(), causationId: textEventId, correlationId: randomUUID(), depth: 1 },
    occurredAt: "2026-11-22T09:00:00.000Z",
    payload: { taskId, taskVersion: 1, agent: "dates", hints: [hint] },
    ...changes,
  };
}

/** As the worker's relay does it, through the role that may only INSERT. */
async function deliver(server: TestServer, envelope: ReturnType<typeof report>): Promise<void> {
  await withClient(server.database.publisherUrl, (client) =>
    client.query(
      "INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
      [...[envelope.id, envelope.type, envelope.version, JSON.stringify(envelope)]],
    ),
  );
}

type Settled = { handled: boolean; parkReason: string | null };

function settled(server: TestServer, { id }: { id: string }): Promise<Settled> {
  return waitFor(
    async () => {
      const { rows } = await server.database.pool.query<Settled>(
        `SELECT handled_at IS NOT NULL AS handled, park_reason AS "parkReason" FROM event_inbox
         WHERE id = $1 AND (handled_at IS NOT NULL OR parked_at IS NOT NULL)`,
        [id],
      );
      return rows[0];
    },
    { what: "the event to be settled" },
  );
}

const hintsOf = (person: Person, { boardId, taskId }: Task) => person.ask<Hint[]>("hint.list", { boardId, taskId });

serverTest(
  "a proposed hint reaches the open board, goes back to the worker, and can be applied",
  async ({ server }) => {
    const ada = await server.signUp();
    const task = await newTask(ada);
    const stream = await openStream(server, ada.cookie, {
      boards: [{ boardId: task.boardId, epoch: task.epoch, since: 2 }],
    });
    const envelope = report(ada, task);
    await deliver(server, envelope);
    await waitFor(() => stream.messages.length > 0, { what: "the hint on the stream" });
    const { hintId } = envelope.payload.hints[0]!;
    expect(stream.messages).toMatchObject([
      {
        kind: "delta",
        events: [
          {
            seq: 3,
            mutationId: envelope.id,
            actor: { userId: ada.userId, means: "hint" },
            change: { type: "hint.recorded", payload: { hint: { id: hintId, state: "proposed" } } },
          },
        ],
      },
    ]);

    const { events } = await ada.ask<MutationAnswer>("hint.apply", {
      boardId: task.boardId,
      taskId: task.taskId,
      hintId,
      mutationId: randomUUID(),
    });
    expect(events.map(({ change }) => change.type)).toEqual(["task.updated", "hint.decided"]);
    const seen = await waitFor(
      async () => {
        const { rows } = await server.workerDatabase.pool.query<{
          type: string;
          cause: string | null;
          depth: number;
          root: string;
        }>(
          `SELECT type, envelope ->> 'causationId' AS cause, (envelope ->> 'depth')::int AS depth, envelope ->> 'correlationId' AS root
         FROM event_inbox WHERE type <> 'watermark.reported' ORDER BY (envelope ->> 'boardSeq')::int`,
        );
        return rows.length >= 5 ? rows : null;
      },
      { what: "the events at the worker" },
    );
    expect(seen.map(({ type }) => type)).toEqual([
      "board.created",
      "task.created",
      "hint.recorded",
      "task.updated",
      "hint.decided",
    ]);
    expect(seen[2]).toMatchObject({ cause: envelope.id, root: envelope.correlationId, depth: 2 });
  },
);

serverTest("a report delivered twice, or executed twice, has one effect", async ({ server }) => {
  const ada = await server.signUp();
  const task = await newTask(ada);
  const envelope = report(ada, task);
  await Promise.all([deliver(server, envelope), deliver(server, envelope)]);
  await settled(server, envelope);
  // A crash between the operation's commit and the mark: the event is open again.
  await server.database.pool.query("UPDATE event_inbox SET handled_at = NULL WHERE id = $1", [envelope.id]);
  await server.database.pool.query("SELECT pg_notify('event_inbox', '')");
  expect(await settled(server, envelope)).toEqual({ handled: true, parkReason: null });
  expect(await hintsOf(ada, task)).toHaveLength(1);
  const { rows } = await server.database.pool.query("SELECT seq::int FROM board");
  expect(rows).toEqual([{ seq: 3 }]);
});

serverTest(
  "what somebody has no right to, what is outdated and what is gone is settled without effect or retry",
  async ({ server }) => {
    const [ada, bob] = [await server.signUp("Ada"), await server.signUp("Bob")];
    const [task, other, bobs] = [await newTask(ada), await newTask(ada), await newTask(bob)];
    const { pool } = server.database;
    await pool.query("INSERT INTO board_member (board_id, user_id, role) VALUES ($1, $2, 'viewer')", [
      task.boardId,
      bob.userId,
    ]);
    await ada.ask("task.update", {
      boardId: task.boardId,
      taskId: task.taskId,
      title: `${title} or never`,
      mutationId: randomUUID(),
    });
    await ada.ask("task.archive", { boardId: other.boardId, taskId: other.taskId, mutationId: randomUUID() });

    const withoutEffect = {
      "a stranger's": report(bob, other),
      "a viewer's": report(bob, task),
      "of a task on another board": report(ada, { ...bobs, boardId: task.boardId }),
      "of a deleted account": report({ ...ada, userId: randomUUID() as Person["userId"] }, task),
      outdated: report(ada, task),
      "of a task that left the board": report(ada, other),
      "of a type of a later build": report(ada, task, { type: "moods.guessed" }),
      "of a later version": report(ada, task, { version: 2 }),
    };
    const before = await pool.query("SELECT id, seq FROM board ORDER BY id");
    for (const envelope of Object.values(withoutEffect)) await deliver(server, envelope);
    for (const [name, envelope] of Object.entries(withoutEffect)) {
      expect(await settled(server, envelope), name).toEqual({ handled: true, parkReason: null });
    }
    expect((await pool.query("SELECT id, seq FROM board ORDER BY id")).rows).toEqual(before.rows);
    expect((await pool.query("SELECT 1 FROM hint")).rows).toEqual([]);
    expect((await pool.query("SELECT 1 FROM event_handler_failure")).rows).toEqual([]);
  },
);

serverTest("what does not fit its schema is parked with its reason, and the next event goes on", async ({ server }) => {
  const ada = await server.signUp();
  const task = await newTask(ada);
  const bad = [
    report(ada, task, { payload: { taskId: "not an id" } }),
    report(ada, task, { actor: null }),
    report(ada, task, { payload: null }),
  ];
  const good = report(ada, task);
  for (const envelope of [...bad, good]) await deliver(server, envelope);
  expect(await settled(server, good)).toEqual({ handled: true, parkReason: null });
  for (const envelope of bad)
    expect(await settled(server, envelope)).toEqual({
      handled: false,
      parkReason: expect.stringMatching(/envelope:|hints\.proposed:/),
    });
  expect(await hintsOf(ada, task)).toHaveLength(1);
});

serverTest("a worker that invents evidence or an endless list gets neither onto the task", async ({ server }) => {
  const ada = await server.signUp();
  const task = await newTask(ada);
  const invented = report(ada, task);
  const [hint] = invented.payload.hints;
  invented.payload.hints = [
    ...Array.from({ length: 50 }, (_, n) => ({
      ...hint!,
      hintId: randomUUID(),
      value: { kind: "due-date", dueAt: `2027-01-${String((n % 28) + 1).padStart(2, "0")}` },
    })),
    { ...hint!, hintId: randomUUID(), evidence: { field: "title", text: "next year", start: 0, end: 9 } },
  ];
  await deliver(server, invented);
  await settled(server, invented);
  const hints = await hintsOf(ada, task);
  expect(hints).toHaveLength(20);
  expect(hints.every(({ evidence }) => "field" in evidence && evidence.text === "tomorrow")).toBe(true);
});
