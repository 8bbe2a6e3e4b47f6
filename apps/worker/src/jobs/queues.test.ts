import { expect, test } from "vitest";
import { queues } from "./queues.ts";

const settings = [
  "policy",
  "partition",
  "retryLimit",
  "retryDelay",
  "retryBackoff",
  "retryDelayMax",
  "heartbeatSeconds",
  "expireInSeconds",
  "retentionSeconds",
  "deleteAfterSeconds",
  "deadLetter",
  "notify",
  "warningQueueSize",
];

test("every queue says all there is to say about it, so that no default of pg-boss decides", () => {
  for (const queue of queues) {
    expect(Object.keys(queue.settings).toSorted(), queue.name).toEqual(settings.toSorted());
    expect(Object.values(queue.settings), queue.name).not.toContain(undefined);
    if (queue.work)
      expect(Object.keys(queue.work).toSorted(), queue.name).toEqual([
        "batchSize",
        "heartbeatRefreshSeconds",
        "lanes",
        "notifyPollingIntervalSeconds",
        "pollingIntervalSeconds",
      ]);
  }
});

test("a queue that is worked notices a dead worker, and keeps what failed for good", () => {
  for (const { name, settings: limits, work } of queues) {
    expect(limits.retentionSeconds, name).toBeGreaterThan(365 * 86_400);
    if (!work) continue;
    expect(limits.deadLetter, name).toBe("dead-letters");
    expect(limits.heartbeatSeconds, name).toBe(10);
    expect(work.heartbeatRefreshSeconds * 3, name).toBeLessThanOrEqual(10);
    expect(limits.retryLimit, name).toBeGreaterThan(0);
  }
});

test("dead letters are declared before the queues that name them", () => {
  const names = queues.map(({ name }) => name as string);
  for (const { name, settings: limits } of queues)
    if (limits.deadLetter !== null) expect(names.indexOf(limits.deadLetter)).toBeLessThan(names.indexOf(name));
});
