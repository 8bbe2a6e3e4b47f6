import { advisoryLocks } from "@kanban/messaging/advisory-locks";
import { startListener } from "@kanban/messaging/listen";
import { waitFor } from "@kanban/testing/wait-for";
import { pino } from "pino";
import { expect } from "vitest";
import { engineTest } from "../testing/engine-test.ts";
import { agentJobs } from "./queues.ts";
import { takeBackJobs } from "./take-back-jobs.ts";

const log = pino({ level: "silent" });

/** Two workers: each is there for as long as it listens. */
const test = engineTest.extend<{ own: Worker; other: Worker }>({
  own: async ({ workerDatabase: { url } }, use) => use(await startWorker(url)),
  other: async ({ workerDatabase: { url } }, use) => use(await startWorker(url)),
});
type Worker = Awaited<ReturnType<typeof startWorker>>;

async function startWorker(url: string) {
  const listener = startListener({ url, name: "worker", presence: advisoryLocks.workerPresence, onError: () => {} });
  await waitFor(() => listener.isConnected());
  return listener;
}

const stateOf = async (boss: { findJobs(name: string): Promise<{ state: string }[]> }) =>
  (await boss.findJobs(agentJobs.name)).map(({ state }) => state);

test("the only worker takes back what a dead one had, as one more try", async ({ boss, pool, own }) => {
  await boss.send(agentJobs.name, {});
  await boss.fetch(agentJobs.name);
  await takeBackJobs({ pool, listener: own, log });
  expect(await stateOf(boss)).toEqual(["retry"]);
  const [again] = await boss.fetch(agentJobs.name, { includeMetadata: true });
  expect(again).toMatchObject({ state: "active", retryCount: 1 });
  await own.stop();
});

test("while another worker is there its jobs are its own, until it is gone", async ({ boss, pool, own, other }) => {
  await boss.send(agentJobs.name, {});
  await boss.fetch(agentJobs.name);
  await takeBackJobs({ pool, listener: own, log });
  expect(await stateOf(boss)).toEqual(["active"]);
  await other.stop();
  // The server hears of it a moment later.
  await waitFor(async () => {
    await takeBackJobs({ pool, listener: own, log });
    return (await stateOf(boss))[0] === "retry";
  });
  await own.stop();
});

test("a job that has killed as many workers as it may is not taken back", async ({ boss, pool, own }) => {
  await boss.send(agentJobs.name, {}, { retryLimit: 0 });
  await boss.fetch(agentJobs.name);
  await takeBackJobs({ pool, listener: own, log });
  expect(await stateOf(boss)).toEqual(["active"]);
  await own.stop();
});
