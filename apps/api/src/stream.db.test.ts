import { randomUUID } from "node:crypto";
import type { BoardEvent, MutationAnswer } from "@kanban/domain/board-event";
import { limits } from "@kanban/domain/limits";
import { waitFor } from "@kanban/testing/wait-for";
import { expect } from "vitest";
import { type OpenStream, openStream } from "./testing/read-stream.ts";
import { type Person, serverTest, type TestServer } from "./testing/server-test.ts";

type Home = { boardId: string; epoch: string; columnId: string };

async function newHome(person: Person): Promise<Home> {
  const { boardId, epoch, events } = await person.ask<MutationAnswer>("board.create", {
    name: "Home",
    mutationId: randomUUID(),
  });
  const change = events[0]?.change;
  if (change?.type !== "board.created") throw new Error("A new board begins with board.created");
  return { boardId, epoch, columnId: change.payload.columns[0]!.id };
}

const capture = (person: Person, { boardId, columnId }: Home, title: string) =>
  person.ask<MutationAnswer>("task.create", { boardId, columnId, title, mutationId: randomUUID() });

const from = ({ boardId, epoch }: Home, since: number) => ({ boards: [{ boardId, epoch, since }] });

function eventsOf({ messages }: OpenStream): BoardEvent[] {
  return messages.flatMap((message) => (message.kind === "delta" ? message.events : []));
}

const seqsOf = (stream: OpenStream) => eventsOf(stream).map(({ seq }) => seq);

async function told(stream: OpenStream, seq: number): Promise<void> {
  await waitFor(() => seqsOf(stream).includes(seq), { what: `event ${seq} on the stream` });
}

const revoke = (server: TestServer, { userId }: Person) =>
  server.database.pool.query("DELETE FROM session WHERE user_id = $1", [userId]);

serverTest("a change is told to every stream of the board within moments, in order and once", async ({ server }) => {
  const ada = await server.signUp();
  const home = await newHome(ada);
  const streams = await Promise.all([
    openStream(server, ada.cookie, from(home, 1)),
    openStream(server, ada.cookie, from(home, 1)),
  ]);
  const { events } = await capture(ada, home, "First");
  const spent = await Promise.all(
    streams.map(async (stream) => {
      const startedAt = performance.now();
      await told(stream, 2);
      return performance.now() - startedAt;
    }),
  );
  // Far below the two seconds after which a stream would have looked by itself.
  expect(Math.max(...spent)).toBeLessThan(1_500);
  expect(eventsOf(streams[0])).toEqual(events);
  await Promise.all(["Second", "Third", "Fourth", "Fifth"].map((title) => capture(ada, home, title)));
  await Promise.all(streams.map((stream) => told(stream, 6)));
  for (const stream of streams) expect(seqsOf(stream)).toEqual([2, 3, 4, 5, 6]);
});

serverTest("a stream first tells what was missed, and resumes after its last message", async ({ server }) => {
  const ada = await server.signUp();
  const home = await newHome(ada);
  await capture(ada, home, "Missed");
  const first = await openStream(server, ada.cookie, from(home, 0));
  await told(first, 2);
  expect(seqsOf(first)).toEqual([1, 2]);
  const resumeAt = first.lastEventId()!;
  first.close();
  await capture(ada, home, "While away");
  // The client still says what its first snapshot was: the message id is newer.
  const second = await openStream(server, ada.cookie, from(home, 0), resumeAt);
  await told(second, 3);
  expect(seqsOf(second)).toEqual([3]);
});

const lostPlaces: [string, (home: Home) => [ReturnType<typeof from>, string?]][] = [
  ["a message id that is garbage", (home) => [from(home, 1), "garbage"]],
  ["one of the wrong shape", (home) => [from(home, 1), '{"x":["y",-1]}']],
  ["one with a prototype key", (home) => [from(home, 1), '{"__proto__":{"polluted":1}}']],
  ["one that lacks the board", (home) => [from(home, 1), "{}"]],
  ["one from the future", (home) => [from(home, 1), JSON.stringify({ [home.boardId]: [home.epoch, 99] })]],
  ["another epoch", (home) => [{ boards: [{ boardId: home.boardId, epoch: randomUUID(), since: 1 }] }]],
  ["a seq from the future", (home) => [from(home, 99)]],
];

serverTest("whose place is lost is told to begin anew, and then hears what happens next", async ({ server }) => {
  const ada = await server.signUp();
  const home = await newHome(ada);
  let seq = 1;
  for (const [name, inputOf] of lostPlaces) {
    const stream = await openStream(server, ada.cookie, ...inputOf(home));
    await waitFor(() => stream.messages.length > 0, { what: name });
    expect(stream.messages, name).toEqual([{ kind: "reset", boardId: home.boardId }]);
    await capture(ada, home, name);
    await told(stream, ++seq);
    expect(seqsOf(stream), name).toEqual([seq]);
    stream.close();
  }
});

serverTest("who is too far behind is told to begin anew", async ({ server }) => {
  const ada = await server.signUp();
  const home = await newHome(ada);
  await server.database.pool.query("UPDATE board SET seq = $2 WHERE id = $1", [home.boardId, limits.deltaEvents + 2]);
  const stream = await openStream(server, ada.cookie, from(home, 1));
  await waitFor(() => stream.messages.length > 0, { what: "a reset" });
  expect(stream.messages).toEqual([{ kind: "reset", boardId: home.boardId }]);
});

serverTest("an ex-member is told that the board is gone and nothing after that", async ({ server }) => {
  const [ada, bob] = [await server.signUp("Ada"), await server.signUp("Bob")];
  const [home, own] = [await newHome(ada), await newHome(bob)];
  const { pool } = server.database;
  await pool.query("INSERT INTO board_member (board_id, user_id, role) VALUES ($1, $2, 'editor')", [
    home.boardId,
    bob.userId,
  ]);
  const stream = await openStream(server, bob.cookie, { boards: [...from(home, 1).boards, ...from(own, 1).boards] });
  await capture(ada, home, "Still a member");
  await told(stream, 2);
  await pool.query("DELETE FROM board_member WHERE user_id = $1 AND board_id = $2", [bob.userId, home.boardId]);
  await capture(ada, home, "A secret");
  await waitFor(() => stream.messages.some(({ kind }) => kind === "gone"), { what: "the end of the board" });
  await capture(bob, own, "Own life goes on");
  await waitFor(() => stream.messages.at(-1)?.boardId === own.boardId, { what: "the other board's event" });
  expect(JSON.stringify(stream.messages)).not.toContain("A secret");
  expect(stream.messages.map(({ kind, boardId }) => [kind, boardId])).toEqual([
    ["delta", home.boardId],
    ["gone", home.boardId],
    ["delta", own.boardId],
  ]);
});

serverTest("a board that was never theirs is gone, like one that does not exist", async ({ server }) => {
  const [ada, bob] = [await server.signUp("Ada"), await server.signUp("Bob")];
  const home = await newHome(ada);
  const stream = await openStream(server, bob.cookie, {
    boards: [...from(home, 0).boards, ...from({ ...home, boardId: randomUUID() }, 0).boards],
  });
  await waitFor(() => stream.hasEnded(), { what: "the end of the stream" });
  expect(stream.messages.map(({ kind }) => kind)).toEqual(["gone", "gone"]);
});

serverTest("a stream ends within moments of its session's end, and tells nothing more", async ({ server }) => {
  const ada = await server.signUp();
  const home = await newHome(ada);
  const stream = await openStream(server, ada.cookie, from(home, 1));
  await waitFor(() => server.api.streams() === 1, { what: "the stream to listen" });
  const startedAt = performance.now();
  await revoke(server, ada);
  await waitFor(() => stream.hasEnded(), { what: "the end of the stream" });
  expect(performance.now() - startedAt).toBeLessThan(4_000);
  expect([stream.errors, stream.messages]).toEqual([["UNAUTHORIZED"], []]);
});

serverTest("closed streams leave no listener behind", async ({ server }) => {
  const ada = await server.signUp();
  const home = await newHome(ada);
  const streams = await Promise.all(Array.from({ length: 20 }, () => openStream(server, ada.cookie, from(home, 1))));
  await waitFor(() => server.api.streams() === 20, { what: "twenty listeners" });
  for (const stream of streams) stream.close();
  await waitFor(() => server.api.streams() === 0, { what: "no listener" });
  expect(server.logged.filter((line) => /"level":[56]0/.test(line))).toEqual([]);
});

serverTest("streams survive a lost LISTEN connection", async ({ server }) => {
  const ada = await server.signUp();
  const home = await newHome(ada);
  const stream = await openStream(server, ada.cookie, from(home, 1));
  await server.database.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kanban-api-listen' AND datname = current_database()",
  );
  await capture(ada, home, "While deaf");
  await told(stream, 2);
  await capture(ada, home, "Hearing again");
  await told(stream, 3);
  expect(seqsOf(stream)).toEqual([2, 3]);
});

serverTest("a stopping server ends its streams and is gone", async ({ server }) => {
  const ada = await server.signUp();
  const home = await newHome(ada);
  const stream = await openStream(server, ada.cookie, from(home, 1));
  const startedAt = performance.now();
  await server.api.stop(10_000);
  await waitFor(() => stream.hasEnded(), { what: "the end of the stream" });
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  expect(server.api.streams()).toBe(0);
  await expect(server.request("/healthz")).rejects.toThrow();
});

serverTest("more boards than a stream follows are refused", async ({ server }) => {
  const ada = await server.signUp();
  const boards = Array.from({ length: limits.streamBoards + 1 }, () => ({
    boardId: randomUUID(),
    since: 0,
    epoch: randomUUID(),
  }));
  const stream = await openStream(server, ada.cookie, { boards });
  await waitFor(() => stream.hasEnded(), { what: "the refusal" });
  expect(stream.errors).toEqual(["BAD_REQUEST"]);
});
