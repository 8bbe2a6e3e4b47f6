import { workerDbTest } from "@kanban/testing/database-tests";
import { withClient } from "@kanban/testing/open-client";
import { waitFor } from "@kanban/testing/wait-for";
import { startWire } from "@kanban/testing/wire";
import { expect } from "vitest";
import { type Listener, startListener } from "./listen.ts";

const test = workerDbTest.extend<{ listener: Listener }>({
  listener: async ({ workerDatabase }, use) => {
    const listener = startListener({ url: workerDatabase.url, name: "test", onError: () => {} });
    await use(listener);
    await listener.stop();
  },
});

test("several subscribers of several channels share one connection", async ({
  listener,
  workerDatabase: { pool, name },
}) => {
  const heard: string[] = [];
  listener.subscribe("first", (payload) => heard.push(`a:${payload}`));
  listener.subscribe("first", (payload) => heard.push(`b:${payload}`));
  await waitFor(() => heard.length === 2);
  listener.subscribe("second", (payload) => heard.push(`c:${payload}`));
  await waitFor(() => heard.includes("c:null"));
  await pool.query("SELECT pg_notify('first', 'one'), pg_notify('second', 'two')");
  await waitFor(() => heard.length === 6);
  expect(heard.slice(3).sort()).toEqual(["a:one", "b:one", "c:two"]);
  const { rows } = await pool.query(
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = $1 AND application_name = 'test'",
    [name],
  );
  expect(rows).toEqual([{ n: 1 }]);
});

test("comes back after its backend is terminated, and says that something may have been missed", async ({
  listener,
  workerDatabase,
}) => {
  const heard: (string | null)[] = [];
  listener.subscribe("first", (payload) => heard.push(payload));
  await waitFor(() => heard.length === 1);
  for (let round = 1; round <= 3; round++) {
    await withClient(workerDatabase.adminUrl, (client) =>
      client.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = 'test'",
        [workerDatabase.name],
      ),
    );
    await waitFor(() => heard.filter((payload) => payload === null).length === round + 1);
    await workerDatabase.pool.query("SELECT pg_notify('first', $1)", [`round ${round}`]);
    await waitFor(() => heard.includes(`round ${round}`));
  }
});

test("notices a connection that has silently gone dead", async ({ workerDatabase }) => {
  const wire = await startWire(workerDatabase.url);
  const errors: string[] = [];
  const heard: (string | null)[] = [];
  const listener = startListener({
    url: wire.url,
    name: "test",
    onError: (error) => errors.push(String(error)),
    pingEveryMs: 20,
    pongWithinMs: 100,
  });
  listener.subscribe("first", (payload) => heard.push(payload));
  await waitFor(() => heard.length === 1);
  wire.swallow();
  await waitFor(() => errors.length === 1, { what: "the dead connection to be noticed" });
  wire.heal();
  await waitFor(() => heard.length === 2, { what: "a new connection" });
  expect(errors).toContain("Error: The LISTEN connection no longer answers");
  await listener.stop();
  await wire.stop();
});

test("a subscriber that throws disturbs nobody", async ({ workerDatabase }) => {
  const errors: unknown[] = [];
  const listener = startListener({ url: workerDatabase.url, name: "test", onError: (error) => errors.push(error) });
  const heard: (string | null)[] = [];
  listener.subscribe("first", () => {
    throw new Error("mine");
  });
  listener.subscribe("first", (payload) => heard.push(payload));
  await waitFor(() => heard.length === 1);
  expect(errors).toEqual([new Error("mine")]);
  expect(listener.isConnected()).toBe(true);
  await listener.stop();
});

test("a connection that dies between connecting and its first ping is given up as well", async ({ workerDatabase }) => {
  const wire = await startWire(workerDatabase.url);
  const errors: string[] = [];
  const heard: (string | null)[] = [];
  const listener = startListener({
    url: wire.url,
    name: "test",
    onError: (error) => errors.push(String(error)),
    // No ping comes to notice anything.
    pingEveryMs: 60_000,
    pongWithinMs: 100,
  });
  listener.subscribe("first", (payload) => heard.push(payload));
  await waitFor(() => heard.length === 1);
  wire.swallow();
  listener.subscribe("second", () => {});
  await waitFor(() => errors.includes("Error: Query read timeout"), { what: "the unanswered LISTEN to be noticed" });
  await listener.stop();
  await wire.stop();
});
