import { spawn } from "node:child_process";
import { once } from "node:events";
import net, { type AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { bothDbTest } from "@kanban/testing/database-tests";
import type { TestDatabase } from "@kanban/testing/clone-database";
import { withClient } from "@kanban/testing/open-client";
import { compileCache } from "@kanban/testing/compile-cache";
import { waitFor } from "@kanban/testing/wait-for";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
const secret = "a-secret-that-must-not-be-printed-anywhere";

/** A defect that no code of ours has: a rejection nobody waits for. */
const defect = `data:text/javascript,${encodeURIComponent(
  'process.on("SIGUSR2", () => { Promise.reject(new Error("planted rejection")); });',
)}`;

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, ["--import", defect, main], {
    env: { ...compileCache, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (printed.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (printed.err += chunk.toString()));
  const ended = once(child, "close").then(([code]) => code as number | null);
  return { child, printed, ended };
}

function complete({ apiDatabase, workerDatabase }: { apiDatabase: TestDatabase; workerDatabase: TestDatabase }) {
  return {
    API_DATABASE_URL: apiDatabase.url,
    API_TO_WORKER_URL: workerDatabase.publisherUrl,
    APP_URL: "http://localhost:3000",
    AUTH_SECRET: secret,
    PORT: "0",
  };
}

type Line = { msg: string; port: number; startedInMs: number };

function lineWith(printed: { out: string }, msg: string): Promise<Line> {
  return waitFor(
    () =>
      printed.out
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Line)
        .find((line) => line.msg === msg),
    { what: `"${msg}" in the log`, timeoutMs: 20_000 },
  );
}

test("a wrong environment stops the process with one line that names the variable and shows no value", async () => {
  const { printed, ended } = run({ API_DATABASE_URL: `mysql://root:${secret}@db/kanban`, AUTH_SECRET: "short" });
  expect(await ended).toBe(1);
  expect(printed.err.trim().split("\n")).toHaveLength(1);
  for (const variable of ["API_DATABASE_URL", "API_TO_WORKER_URL", "APP_URL", "AUTH_SECRET"])
    expect(printed.err).toContain(variable);
  expect(printed.out + printed.err).not.toContain(secret);
});

bothDbTest("a busy port stops the process, and the log says which", async ({ apiDatabase, workerDatabase }) => {
  const holder = net.createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  const { port } = holder.address() as AddressInfo;
  const { printed, ended } = run({ ...complete({ apiDatabase, workerDatabase }), PORT: String(port) });
  expect(await ended).toBe(1);
  expect(printed.out).toContain(`EADDRINUSE: address already in use 127.0.0.1:${port}`);
  holder.close();
});

bothDbTest("asked to stop, the process ends by itself with nothing lost", async ({ apiDatabase, workerDatabase }) => {
  const { child, printed, ended } = run(complete({ apiDatabase, workerDatabase }));
  const { port } = await lineWith(printed, "the API listens");
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
  expect(await ready.json()).toEqual({ status: "ready", checks: { database: "ok", schema: "ok", relay: "ok" } });
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(await lineWith(printed, "stopped")).toBeTruthy();
  expect(printed.out).not.toContain(secret);
  expect(printed.err).toBe("");
});

bothDbTest("asked twice, it ends at once", async ({ apiDatabase, workerDatabase }) => {
  const { child, printed, ended } = run(complete({ apiDatabase, workerDatabase }));
  const { port } = await lineWith(printed, "the API listens");
  // A request that never ends: the server would wait ten seconds for it.
  const slow = net.connect(port, "127.0.0.1");
  slow.on("error", () => {});
  slow.write(
    "POST /api/auth/sign-out HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{",
  );
  await once(slow, "connect");
  await fetch(`http://127.0.0.1:${port}/healthz`);
  child.kill("SIGTERM");
  await lineWith(printed, "stopping");
  child.kill("SIGTERM");
  expect(await ended).toBe(1);
  slow.destroy();
});

bothDbTest(
  "without its database the process lives, and says that it is not ready",
  async ({ apiDatabase, workerDatabase }) => {
    const away = new URL(apiDatabase.url);
    away.port = "1";
    const { child, printed, ended } = run({
      ...complete({ apiDatabase, workerDatabase }),
      API_DATABASE_URL: away.href,
    });
    const { port } = await lineWith(printed, "the API listens");
    const [alive, ready] = await Promise.all([
      fetch(`http://127.0.0.1:${port}/healthz`),
      fetch(`http://127.0.0.1:${port}/readyz`),
    ]);
    expect([alive.status, ready.status]).toEqual([200, 503]);
    expect(await ready.json()).toEqual({
      status: "not ready",
      checks: { database: "failed", schema: "failed", relay: "ok" },
    });
    const session = await fetch(`http://127.0.0.1:${port}/api/trpc/board.list`, {
      headers: { cookie: "kanban.session_token=x.y" },
    });
    expect(session.status).toBeOneOf([401, 500, 503]);
    expect(await session.text()).not.toMatch(/prisma|ECONNREFUSED|127\.0\.0\.1/i);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  },
);

bothDbTest("every connection it has, cut again and again, ends no process", async ({ apiDatabase, workerDatabase }) => {
  const { child, printed, ended } = run(complete({ apiDatabase, workerDatabase }));
  const { port } = await lineWith(printed, "the API listens");
  const open = `SELECT pid FROM pg_stat_activity
    WHERE application_name LIKE 'kanban-%' AND datname IN ('${apiDatabase.name}', '${workerDatabase.name}')`;
  const cuts = new Set<number>();
  await withClient(apiDatabase.adminUrl, async (client) => {
    for (let burst = 0; burst < 15; burst++) {
      // In two steps: as one condition among others it would be tried on connections of other databases, too.
      const { rows } = await client.query<{ pid: number }>(
        `WITH own AS MATERIALIZED (${open}) SELECT pid FROM own WHERE pg_terminate_backend(pid)`,
      );
      for (const { pid } of rows) cuts.add(pid);
      // It works on: whoever asks in the meantime makes new connections to be cut.
      await fetch(`http://127.0.0.1:${port}/readyz`);
      await waitFor(async () => (await client.query(open)).rowCount);
    }
  });
  expect(cuts.size).toBeGreaterThan(10);
  await waitFor(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok);
  expect(child.exitCode).toBe(null);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
});

bothDbTest(
  "a rejection nobody waited for is written down, and the process drains and ends with 1",
  async ({ apiDatabase, workerDatabase }) => {
    const { child, printed, ended } = run(complete({ apiDatabase, workerDatabase }));
    await lineWith(printed, "the API listens");
    child.kill("SIGUSR2");
    expect(await ended).toBe(1);
    expect(await lineWith(printed, "unhandled rejection")).toMatchObject({ err: { message: "planted rejection" } });
    expect(await lineWith(printed, "stopped")).toBeTruthy();
  },
);
