import { randomUUID } from "node:crypto";
import type { MutationAnswer } from "@kanban/domain/board-event";
import { bothDbTest } from "@kanban/testing/database-tests";
import { withClient } from "@kanban/testing/open-client";
import { waitFor } from "@kanban/testing/wait-for";
import { startWire, type Wire } from "@kanban/testing/wire";
import { expect } from "vitest";
import { openStream } from "./testing/read-stream.ts";
import { type Answer, type Person, startTestServer, type TestServer } from "./testing/server-test.ts";

/** Whatever becomes of the database, an answer comes within this. */
const patienceMs = 5_000;
/** And within this of its return, everything works again without a restart. */
const recoveryMs = 30_000;

type Scene = {
  wire: Wire;
  server: TestServer;
  ada: Person;
  home: { boardId: string; epoch: string; columnId: string };
};

const test = bothDbTest.extend<{ scene: Scene }>({
  scene: async ({ apiDatabase, workerDatabase }, use) => {
    const wire = await startWire(apiDatabase.url);
    const server = await startTestServer({ apiDatabase, workerDatabase }, { API_DATABASE_URL: wire.url });
    // A crowded machine may be told to come back already here, and does, as every client would.
    const patience = { timeoutMs: recoveryMs, what: "the scene to be set" };
    const ada = await waitFor(() => server.signUp(), patience);
    const mutationId = randomUUID();
    const made = await waitFor(() => ada.ask<MutationAnswer>("board.create", { name: "Home", mutationId }), patience);
    const change = made.events[0]?.change;
    if (change?.type !== "board.created") throw new Error("A new board begins with board.created");
    const { boardId, epoch } = made;
    await use({ wire, server, ada, home: { boardId, epoch, columnId: change.payload.columns[0]!.id } });
    wire.heal();
    await server.api.stop(1_000);
    await wire.stop();
  },
});

const capture = ({ ada, home }: Scene, title: string, mutationId: string = randomUUID()) =>
  ada.call("task.create", { boardId: home.boardId, columnId: home.columnId, title, mutationId });

/** One request of each kind that needs the database. */
const kinds: Record<string, (scene: Scene) => Promise<Answer>> = {
  query: ({ ada }) => ada.call("board.list"),
  mutation: (scene) => capture(scene, "Unlucky"),
  batch: ({ ada, server }) =>
    server.request("/api/trpc/board.list,board.list?batch=1", { headers: { cookie: ada.cookie } }),
  stream: ({ ada, server }) =>
    server.request(`/api/trpc/sync.stream?input=${encodeURIComponent('{"boards":[]}')}`, {
      headers: { cookie: ada.cookie },
    }),
  "sign-in": ({ ada: { email, password }, server }) => server.post("/api/auth/sign-in/email", { email, password }),
  "sign-up": ({ server }) =>
    server.post("/api/auth/sign-up/email", {
      name: "Bob",
      email: `${randomUUID()}@example.com`,
      password: "a long one",
    }),
  "get-session": ({ ada: { cookie }, server }) => server.request("/api/auth/get-session", { headers: { cookie } }),
  "sign-out": ({ ada: { cookie }, server }) => server.post("/api/auth/sign-out", {}, { cookie }),
};

/** Asks in every way at once, and says of each how it was answered. */
async function askAll(scene: Scene): Promise<Record<string, unknown>> {
  const answers = await Promise.all(
    Object.entries(kinds).map(async ([kind, ask]) => {
      const startedAt = performance.now();
      const { status, headers, text } = await ask(scene);
      const isInTime = performance.now() - startedAt < patienceMs;
      expect(text).not.toMatch(/[Pp]risma|ECONN|ETIMEDOUT|127\.0\.0\.1|SELECT/);
      const isTyped = text.includes('"code":"SERVICE_UNAVAILABLE"');
      return [kind, { status, retryAfter: headers.get("retry-after"), isTyped, isInTime }];
    }),
  );
  return Object.fromEntries(answers) as Record<string, unknown>;
}

const busy = { status: 503, retryAfter: "2", isTyped: true, isInTime: true };
/** A stream says it as its one event: its client looks into nothing else. */
const allBusy = {
  ...Object.fromEntries(Object.keys(kinds).map((kind) => [kind, busy])),
  stream: { ...busy, status: 200, retryAfter: null },
};

async function comesBack(scene: Scene): Promise<void> {
  await waitFor(async () => (await capture(scene, "After")).status === 200, {
    timeoutMs: recoveryMs,
    what: "the API to work again",
  });
}

test("with PostgreSQL away, every request is answered at once and says so", async ({ scene }) => {
  scene.wire.cut();
  expect(await askAll(scene)).toEqual(allBusy);
  scene.wire.heal();
  await comesBack(scene);
});

test("with every packet swallowed, no request hangs, neither on old connections nor on new ones", async ({ scene }) => {
  scene.wire.swallow();
  expect(await askAll(scene)).toEqual(allBusy);
  expect(await askAll(scene)).toEqual(allBusy);
  scene.wire.heal();
  await comesBack(scene);
}, 90_000);

test("with the pool exhausted, who waits too long is told to come back", async ({ scene }) => {
  await withClient(scene.server.database.adminUrl, async (client) => {
    await client.query("BEGIN; LOCK TABLE session");
    const startedAt = performance.now();
    const answers = await Promise.all(Array.from({ length: 60 }, () => scene.ada.call("board.list")));
    expect(performance.now() - startedAt).toBeLessThan(patienceMs);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
    expect(new Set(answers.map(({ headers }) => headers.get("retry-after")))).toEqual(new Set(["2"]));
    await client.query("ROLLBACK");
  });
  await comesBack(scene);
});

test("with no connection left on the server, every request is answered at once and says so", async ({ scene }) => {
  const { adminUrl, name } = scene.server.database;
  await withClient(adminUrl, async (client) => {
    await client.query(`ALTER DATABASE "${name}" CONNECTION LIMIT 0`);
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()",
      [name],
    );
    expect(await askAll(scene)).toEqual(allBusy);
    await client.query(`ALTER DATABASE "${name}" CONNECTION LIMIT -1`);
  });
  await comesBack(scene);
});

test("a mutation whose answer was lost is done once when it is sent again", async ({ scene }) => {
  const mutationId = randomUUID();
  await withClient(scene.server.database.adminUrl, async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT FROM board WHERE id = $1 FOR UPDATE", [scene.home.boardId]);
    const blocked = capture(scene, "Once", mutationId);
    expect((await blocked).status).toBe(503);
    await client.query("ROLLBACK");
  });
  const [first, second] = [await capture(scene, "Once", mutationId), await capture(scene, "Once", mutationId)];
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.json).toEqual(first.json);
});

for (const fault of ["cut", "swallow"] as const)
  test(`a live stream that meets a wire ${fault} ends cleanly, and resumes without a gap`, async ({ scene }) => {
    const { ada, home, server, wire } = scene;
    const at = (since: number) => ({ boards: [{ boardId: home.boardId, epoch: home.epoch, since }] });
    const stream = await openStream(server, ada.cookie, at(1));
    wire[fault]();
    await waitFor(() => stream.hasEnded(), { timeoutMs: 20_000, what: "the stream to end" });
    expect(stream.errors).toEqual(["SERVICE_UNAVAILABLE"]);
    wire.heal();
    await comesBack(scene);
    // One that meets a connection which has not noticed yet ends like the first, and its client comes again.
    const again = await waitFor(
      async () => {
        const resumed = await openStream(server, ada.cookie, at(1));
        await waitFor(() => resumed.hasEnded() || resumed.messages.some((message) => message.kind === "delta"));
        return resumed.hasEnded() ? null : resumed;
      },
      { timeoutMs: recoveryMs, what: "what was missed" },
    );
    await capture(scene, "Told");
    await waitFor(() => JSON.stringify(again.messages).includes("Told"), { what: "the change to be told" });
    again.close();
  }, 90_000);
