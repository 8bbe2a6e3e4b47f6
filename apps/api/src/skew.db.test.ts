import { randomUUID } from "node:crypto";
import type { BoardDelta, MutationAnswer } from "@kanban/domain/board-event";
import type { BoardSnapshot } from "@kanban/domain/board-view";
import { withClient } from "@kanban/testing/open-client";
import { backUp } from "@kanban/testing/restore-database";
import { waitFor } from "@kanban/testing/wait-for";
import { expect } from "vitest";
import { openStream } from "./testing/read-stream.ts";
import { type Person, serverTest, type TestServer } from "./testing/server-test.ts";

/*
 * A whole API on databases that are put back to earlier moments while it runs. The worker is played by the test: it
 * says what apps/worker would, through the publisher, and reads in the worker's event inbox what it was told.
 */

const workerEpoch = "018f0000-0000-7000-8000-0000000000e1";

async function say({ database }: TestServer, type: string, payload: unknown, epoch = workerEpoch): Promise<string> {
  const id = randomUUID();
  const envelope = {
    ...{ id, type, version: 1, boardId: null, boardSeq: null, epoch, actor: null, mutationId: id, causationId: null },
    ...{ correlationId: id, depth: 0, occurredAt: new Date().toISOString(), payload },
  };
  await withClient(database.publisherUrl, (client) =>
    client.query("INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, $2, 1, $3)", [
      id,
      type,
      JSON.stringify(envelope),
    ]),
  );
  return id;
}

type Told = { id: string; type: string; epoch: string; payload: Record<string, unknown> };

async function told({ workerDatabase }: TestServer): Promise<Told[]> {
  const { rows } = await workerDatabase.pool.query<Told>(
    `SELECT id, type, envelope ->> 'epoch' AS epoch, envelope -> 'payload' AS payload FROM event_inbox ORDER BY position`,
  );
  return rows;
}

const answerTo = (server: TestServer, reportId: string) =>
  waitFor(async () => (await told(server)).find(({ payload }) => payload["answers"] === reportId), {
    what: "the API's answer",
  });

const stand = (changes: object = {}) => ({
  ...{ epoch: workerEpoch, peerEpoch: null, sentUpTo: null, heardUpTo: null, answers: null },
  ...changes,
});

async function newHome(person: Person) {
  const name = { name: "Home", mutationId: randomUUID() };
  const { boardId, epoch, events } = await person.ask<MutationAnswer>("board.create", name);
  const change = events[0]?.change;
  if (change?.type !== "board.created") throw new Error("A new board begins with board.created");
  return { boardId, epoch, columnId: change.payload.columns[0]!.id };
}
const capture = (person: Person, { boardId, columnId }: { boardId: string; columnId: string }, title: string) =>
  person.ask<MutationAnswer>("task.create", { boardId, columnId, title, mutationId: randomUUID() });

serverTest(
  "a database restored under a running API begins an epoch: whoever has seen the lost future is told to begin anew",
  { timeout: 60_000 },
  async ({ server }) => {
    // The first request of a cold process may be told to come back on a busy machine.
    const ada = await waitFor(() => server.signUp(), { timeoutMs: 20_000, what: "an account" });
    const home = await newHome(ada);
    await capture(ada, home, "Kept");
    const backup = await backUp(server.database);
    const lost = await waitFor(() => capture(ada, home, "Lost"), { what: "the API to come back" });
    const seen = lost.events[0]!.seq;
    const from = { boards: [{ boardId: home.boardId, epoch: home.epoch, since: seen }] };
    const stream = await openStream(server, ada.cookie, { boards: [{ ...from.boards[0]!, since: seen - 1 }] });
    await waitFor(() => stream.lastEventId() !== null, { what: "the event that gets lost" });
    const resumeAt = stream.lastEventId()!;
    stream.close();

    await backup.restore();
    const epoch = await waitFor(
      async () => {
        const snapshot = await ada.ask<BoardSnapshot>("board.snapshot", { boardId: home.boardId });
        return snapshot.epoch !== home.epoch && snapshot.epoch;
      },
      { what: "the new epoch" },
    );
    // The seq the client has seen is given out again, to something else.
    const again = await capture(ada, home, "New");
    expect(again).toMatchObject({ epoch, events: [{ seq: seen }] });

    const delta = await ada.ask<BoardDelta>("board.delta", { boardId: home.boardId, since: seen, epoch: home.epoch });
    expect(delta).toEqual({ outcome: "reset", epoch, seq: seen });
    for (const resume of [undefined, resumeAt]) {
      const second = await openStream(server, ada.cookie, from, resume);
      await waitFor(() => second.messages.length > 0, { what: "what the client is told" });
      expect(second.messages).toEqual([{ kind: "reset", boardId: home.boardId }]);
      second.close();
    }
    // The worker is told, too, and nothing left in the old epoch after the restore.
    const all = await waitFor(async () => {
      const events = await told(server);
      return events.some((event) => event.type === "watermark.reported" && event.epoch === epoch) ? events : null;
    });
    const firstNew = all.findIndex((event) => event.epoch === epoch);
    expect(new Set(all.slice(firstNew).map((event) => event.epoch))).toEqual(new Set([epoch]));
    await backup.drop();
  },
);

serverTest(
  "a worker that asks hears what it is known to have sent, and then where the API stands",
  async ({ server }) => {
    const deliveries = Array.from({ length: 3 }, () => randomUUID());
    for (const deliveryId of deliveries)
      await say(server, "delivery.reported", { deliveryId, channel: "mail", sentAt: "2026-03-02T09:00:00.000Z" });
    // Told twice, kept once.
    await say(server, "delivery.reported", {
      ...{ deliveryId: deliveries[0], channel: "mail" },
      sentAt: "2026-03-02T09:00:00.000Z",
    });
    const question = await say(server, "watermark.reported", stand());
    const answer = await answerTo(server, question);
    expect(answer.payload).toMatchObject({ peerEpoch: workerEpoch, epoch: answer.epoch });
    const types = (await told(server)).map(({ type }) => type);
    expect(types.lastIndexOf("deliveries.confirmed")).toBeLessThan(types.lastIndexOf("watermark.reported"));
    const confirmed = (await told(server)).flatMap(({ type, payload }) =>
      type === "deliveries.confirmed" ? (payload["deliveries"] as { deliveryId: string }[]) : [],
    );
    expect(confirmed.map(({ deliveryId }) => deliveryId).toSorted()).toEqual(deliveries.toSorted());
  },
);

serverTest(
  "a restored worker is told again what it has lost, once, and one that lost everything no history of boards",
  { timeout: 60_000 },
  async ({ server }) => {
    const ada = await server.signUp();
    const home = await newHome(ada);
    const known = await say(server, "watermark.reported", stand());
    const { epoch } = await answerTo(server, known);
    const backup = await backUp(server.workerDatabase);
    const lost = await capture(ada, home, "Lost to the worker");
    const lostId = lost.events[0]!.id;
    const has = async (id: string) => (await told(server)).some((event) => event.id === id);
    await waitFor(() => has(lostId), { what: "the event that gets lost" });
    await backup.restore();
    const heard = (await told(server)).findLast(({ type }) => type !== "watermark.reported");
    expect(await has(lostId)).toBe(false);

    const restored = randomUUID();
    await say(
      server,
      "watermark.reported",
      stand({ epoch: restored, peerEpoch: epoch, heardUpTo: heard!.id }),
      restored,
    );
    await waitFor(() => has(lostId), { what: "the lost event" });
    const { rows } = await server.database.pool.query<{ epoch: string }>("SELECT epoch FROM instance");
    expect(rows).toEqual([{ epoch }]);
    await waitFor(
      async () => (await server.database.pool.query("SELECT FROM event_log WHERE published_at IS NULL")).rowCount === 0,
    );

    // Emptied: it asks for the boards itself, and their history is not told again.
    await server.workerDatabase.pool.query("DELETE FROM event_inbox");
    const emptied = randomUUID();
    const question = await say(server, "watermark.reported", stand({ epoch: emptied }), emptied);
    await answerTo(server, question);
    expect((await told(server)).filter(({ type }) => /^(board|task)\./.test(type))).toEqual([]);
    const asked = { boardIds: null, reason: "the API's history is another" };
    await say(server, "snapshot.requested", asked, emptied);
    await waitFor(async () => (await told(server)).some(({ type }) => type === "board.snapshot"), {
      what: "the board",
    });
    await backup.drop();
  },
);

serverTest(
  "an API whose data folder was put back finds it out by what the worker says",
  { timeout: 60_000 },
  async ({ server }) => {
    const { pool } = server.database;
    const known = await say(server, "watermark.reported", stand());
    const { epoch, id: heardUpTo } = await answerTo(server, known);
    // The worker heard of an event that this database does not have.
    const late = await say(server, "watermark.reported", stand({ peerEpoch: randomUUID(), heardUpTo: randomUUID() }));
    expect((await answerTo(server, late)).epoch).toBe(epoch);
    const fine = await say(server, "watermark.reported", stand({ peerEpoch: epoch, heardUpTo }));
    expect((await answerTo(server, fine)).epoch).toBe(epoch);
    const proof = await say(server, "watermark.reported", stand({ peerEpoch: epoch, heardUpTo: randomUUID() }));
    expect((await answerTo(server, proof)).payload["epoch"]).not.toBe(epoch);
    const begun = (await pool.query<{ epoch: string }>("SELECT epoch FROM instance")).rows[0]!.epoch;
    expect(begun).not.toBe(epoch);
    // The same proof again is about a database that is no more.
    const again = await say(server, "watermark.reported", stand({ peerEpoch: epoch, heardUpTo: randomUUID() }));
    expect((await answerTo(server, again)).payload["epoch"]).toBe(begun);
  },
);
