import { type Envelope, envelopeSchema } from "@kanban/events/envelope";
import type { TestDatabase } from "@kanban/testing/clone-database";
import { compileCache } from "@kanban/testing/compile-cache";
import { bothDbTest } from "@kanban/testing/database-tests";
import { withClient } from "@kanban/testing/open-client";
import { waitFor } from "@kanban/testing/wait-for";
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { envelopeOf, taskCreated } from "./fixtures.ts";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
/** Defects that no code of ours has: the first signal leaves a rejection to nobody, the second throws. */
const defects = `data:text/javascript,${encodeURIComponent(`
  process.on("SIGUSR2", () => { Promise.reject(new Error("planted rejection")); });
  process.on("SIGALRM", () => { throw new Error("planted exception"); });
`)}`;

type Databases = { workerDatabase: TestDatabase; apiDatabase: TestDatabase };

type RunningMain = {
  kill: (signal: NodeJS.Signals) => void;
  isRunning: () => boolean;
  /** Waits for a line of the log. */
  says: (msg: string) => Promise<unknown>;
  ended: Promise<number | null>;
};

const test = bothDbTest.extend<{
  /** Starts the worker as an operator does; the database knows its connections by `name`, when it has one. */
  start: (name?: string) => RunningMain;
  deliver: (envelopes: Envelope[]) => Promise<void>;
  /** The tasks the API was told dates of, each as often as it was told. */
  told: () => Promise<string[]>;
  /** Until released, whoever writes down a run of the dates agent is held up. */
  holdUp: () => Promise<{
    isReached: () => Promise<boolean>;
    /** The name of the one who is. */
    whoWaits: () => Promise<string | undefined>;
    release: () => Promise<void>;
  }>;
}>({
  start: async ({ workerDatabase, apiDatabase }, use) => {
    const children: ReturnType<typeof spawn>[] = [];
    await use((name) => {
      const { child, ...running } = run({ workerDatabase, apiDatabase }, name);
      children.push(child);
      return running;
    });
    for (const child of children) child.kill("SIGKILL");
  },
  deliver: async ({ workerDatabase }, use) => {
    await use((envelopes) =>
      withClient(workerDatabase.publisherUrl, async (client) => {
        await client.query(
          `INSERT INTO event_inbox (id, type, version, envelope)
           SELECT (e ->> 'id')::uuid, e ->> 'type', (e ->> 'version')::int, e FROM jsonb_array_elements($1::jsonb) AS e`,
          [JSON.stringify(envelopes)],
        );
      }),
    );
  },
  told: async ({ apiDatabase: { pool } }, use) => {
    await use(async () => {
      const { rows } = await pool.query<{ envelope: unknown }>(
        `SELECT envelope FROM event_inbox WHERE type = 'hints.proposed' AND envelope -> 'payload' ->> 'agent' = 'dates'
         ORDER BY position`,
      );
      return rows.map(({ envelope }) => (envelopeSchema.parse(envelope).payload as { taskId: string }).taskId);
    });
  },
  holdUp: async ({ workerDatabase: { pool, url } }, use) => {
    await pool.query(`
      CREATE FUNCTION hold_up() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN IF NEW.agent = 'dates' THEN PERFORM pg_advisory_xact_lock_shared(1); END IF; RETURN NEW; END $$;
      CREATE TRIGGER hold_up BEFORE INSERT ON agent_run FOR EACH ROW EXECUTE FUNCTION hold_up()`);
    const held = `SELECT a.application_name AS name FROM pg_locks l
      JOIN pg_database d ON d.oid = l.database JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.objid = 1 AND NOT l.granted`;
    const whoWaits = async () => (await pool.query<{ name: string }>(held)).rows[0]?.name;
    await withClient(url, async (gate) => {
      await use(async () => {
        await gate.query("SELECT pg_advisory_lock(1)");
        return {
          isReached: async () => (await whoWaits()) !== undefined,
          whoWaits,
          release: async () => void (await gate.query("SELECT pg_advisory_unlock(1)")),
        };
      });
    });
  },
});

function run({ workerDatabase, apiDatabase }: Databases, name?: string) {
  const url = new URL(workerDatabase.url);
  if (name) url.searchParams.set("application_name", name);
  const urls = { WORKER_DATABASE_URL: url.href, WORKER_TO_API_URL: apiDatabase.publisherUrl };
  const env = { ...compileCache, ...urls, PORT: "0" };
  const child = spawn(process.execPath, ["--import", defects, main], { env, stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  return {
    child,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    isRunning: () => child.exitCode === null && child.signalCode === null,
    says: (msg: string) => waitFor(() => printed.includes(`"msg":"${msg}"`), { what: `"${msg}"`, timeoutMs: 30_000 }),
    ended: once(child, "close").then(([code]) => code as number | null),
  };
}

/** Tasks with a date in their text, all of one board, and their ids. */
function captures(count: number): { ids: string[]; events: Envelope[] } {
  const ids = Array.from({ length: count }, () => randomUUID());
  // "Tomorrow" has to lie ahead on the real clock.
  const occurredAt = new Date().toISOString();
  return { ids, events: ids.map((id, n) => envelopeOf(taskCreated({ id }), n + 1, { occurredAt })) };
}

for (const [when, withinMs] of [
  // Nobody is left: whoever comes takes the job back at once, and waits only for what the dead one still holds.
  ["who comes after it", 15_000],
  // The heartbeat has to be missed.
  ["who was there before", 30_000],
] as const)
  test(`a job of a killed worker is done by one ${when} within ${withinMs / 1_000} seconds`, async ({
    start,
    deliver,
    told,
    holdUp,
    workerDatabase: { pool },
  }) => {
    const workers = (when === "who was there before" ? ["one", "other"] : ["one"]).map((name) => ({
      name,
      ...start(name),
    }));
    for (const worker of workers) await worker.says("the worker works");
    const gate = await holdUp();
    const { ids, events } = captures(1);
    await deliver(events);
    // In the middle of its job: it waits for its own INSERT, with the job's completion to follow. Not for long: what
    // waits for a lock is given up after two seconds.
    await waitFor(gate.isReached);
    const victimName = await gate.whoWaits();
    const victim = workers.find(({ name }) => name === victimName)!;
    victim.kill("SIGKILL");
    const killedAt = performance.now();
    await victim.ended;
    const ofDates = "SELECT state FROM pgboss.job WHERE name = 'run-agents' AND data ->> 'agent' = 'dates'";
    expect((await pool.query(ofDates)).rows).toEqual([{ state: "active" }]);
    // Only now does the dead one's connection come to its end.
    await gate.release();
    const survivor = workers.find((worker) => worker !== victim) ?? start();
    await waitFor(async () => (await told()).length > 0, { timeoutMs: 60_000, what: "the job's result" });
    expect(performance.now() - killedAt).toBeLessThan(withinMs);
    expect(await told()).toEqual(ids);
    const { rows } = await pool.query(`${ofDates} AND retry_count > 0`);
    expect(rows).toEqual([{ state: "completed" }]);
    survivor.kill("SIGTERM");
    expect(await survivor.ended).toBe(0);
  }, 90_000);

test("asked to stop under load it ends within ten seconds, and what was open is done by the next", async ({
  start,
  deliver,
  told,
}) => {
  const first = start();
  await first.says("the worker works");
  const { ids, events } = captures(600);
  for (let sent = 0; sent < ids.length; sent += 50) await deliver(events.slice(sent, sent + 50));
  await waitFor(async () => (await told()).length > 0);
  first.kill("SIGTERM");
  const askedAt = performance.now();
  expect(await first.ended).toBe(0);
  expect(performance.now() - askedAt).toBeLessThan(10_000);
  const second = start();
  await waitFor(async () => (await told()).length >= ids.length, { timeoutMs: 60_000, what: "everything" });
  second.kill("SIGTERM");
  expect(await second.ended).toBe(0);
  expect((await told()).toSorted()).toEqual(ids.toSorted());
}, 120_000);

test("asked twice, it ends at once", async ({ start, deliver, holdUp }) => {
  const worker = start();
  await worker.says("the worker works");
  const gate = await holdUp();
  await deliver(captures(1).events);
  await waitFor(gate.isReached);
  worker.kill("SIGTERM");
  await worker.says("stopping");
  const askedAt = performance.now();
  worker.kill("SIGTERM");
  expect(await worker.ended).toBe(1);
  expect(performance.now() - askedAt).toBeLessThan(1_000);
}, 60_000);

test("every connection it has, cut again and again, ends no process and stops no work", async ({
  start,
  deliver,
  told,
  workerDatabase,
}) => {
  const worker = start();
  await worker.says("the worker works");
  const { ids, events } = captures(60);
  const cuts = new Set<number>();
  const open =
    "SELECT FROM pg_stat_activity WHERE application_name LIKE 'kanban-worker%' AND datname = current_database()";
  await withClient(workerDatabase.adminUrl, async (client) => {
    for (let burst = 0; burst < 15; burst++) {
      await deliver(events.slice(burst * 4, burst * 4 + 4));
      const { rows } = await client.query<{ pid: number }>(
        // In two steps: joined at once it could be tried on connections of other databases, too.
        `WITH own AS MATERIALIZED (
           SELECT pid FROM pg_stat_activity WHERE application_name LIKE 'kanban-worker%' AND datname = current_database())
         SELECT pid FROM own WHERE pg_terminate_backend(pid)`,
      );
      for (const { pid } of rows) cuts.add(pid);
      // So that a burst meets connections in use and new ones, too.
      await waitFor(async () => (await workerDatabase.pool.query(open)).rowCount);
    }
  });
  expect(cuts.size).toBeGreaterThan(5);
  await waitFor(async () => (await told()).length >= ids.length, { timeoutMs: 60_000, what: "everything" });
  expect(worker.isRunning()).toBe(true);
  expect((await told()).toSorted()).toEqual(ids.toSorted());
  worker.kill("SIGTERM");
  expect(await worker.ended).toBe(0);
}, 120_000);

test("a rejection nobody waited for is written down, and the process drains and ends with 1", async ({
  start,
  deliver,
  told,
  holdUp,
}) => {
  const worker = start();
  await worker.says("the worker works");
  const gate = await holdUp();
  const { ids, events } = captures(1);
  await deliver(events);
  await waitFor(gate.isReached);
  worker.kill("SIGUSR2");
  await worker.says("unhandled rejection");
  await gate.release();
  expect(await worker.ended).toBe(1);
  // What ran came to its end, and its news went out.
  expect(await told()).toEqual(ids);
}, 60_000);

test("an exception nobody caught is written down, and the process ends at once with 1", async ({ start }) => {
  const worker = start();
  await worker.says("the worker works");
  worker.kill("SIGALRM");
  const at = performance.now();
  await worker.says("uncaught");
  expect(await worker.ended).toBe(1);
  expect(performance.now() - at).toBeLessThan(2_000);
}, 60_000);
