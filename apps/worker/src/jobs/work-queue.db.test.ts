import { waitFor } from "@kanban/testing/wait-for";
import { expect } from "vitest";
import { engineTest as test } from "../testing/engine-test.ts";
import { previewJobs } from "./queues.ts";
import { workQueue } from "./work-queue.ts";

/** Whoever waits for the next look waits longer than this test. */
const rarely = { pollingIntervalSeconds: 600, notifyPollingIntervalSeconds: 600 };

test("jobs that wait are done one after the other in each lane, without a pause, whatever becomes of one", async ({
  boss,
}) => {
  const work = { ...previewJobs.work, ...rarely, lanes: 2 };
  const sent = Array.from({ length: 9 }, (_, number) => ({ data: { number } }));
  await boss.insert(previewJobs.name, sent);
  const done: number[] = [];
  let [running, mostRunning] = [0, 0];
  await workQueue(boss, { name: previewJobs.name, work }, async (jobs) => {
    running += jobs.length;
    mostRunning = Math.max(mostRunning, running);
    await new Promise(setImmediate);
    running -= jobs.length;
    done.push(...jobs.map(({ data }) => (data as { number: number }).number));
    if (done.length === 4) throw new Error("planted");
    return jobs.map(({ id }) => ({ id, status: "completed" }));
  });
  await waitFor(() => done.length === sent.length, { what: "every job to be taken" });
  expect(done.toSorted((a, b) => a - b)).toEqual(sent.map(({ data }) => data.number));
  expect(mostRunning).toBeLessThanOrEqual(2);
  await boss.offWork(previewJobs.name, { wait: true });
  const states = await boss.findJobs(previewJobs.name, {});
  expect(states.map(({ state }) => state).toSorted()).toEqual([...Array(8).fill("completed"), "retry"]);
});
