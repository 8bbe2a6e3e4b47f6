import { expect, test } from "vitest";
import { countSetAside, listSetAside } from "./set-aside.ts";
import type { OperationsStatus } from "./use-operations.ts";

const quiet = { waiting: 0, oldestSeconds: 0 };
const bridge: OperationsStatus["api"] = {
  ...{ outbox: quiet, inbox: { ...quiet, failing: 0, parked: 0, boardsWaiting: 0 } },
  ...{ parked: [], failures: [], lastErrors: [] },
};
const parked = (eventId: string, parkedAt: string) => ({
  ...{ eventId, type: "task.moved", boardId: null, reason: "x", attempts: 6, redrives: 0, receivedAt: parkedAt },
  parkedAt,
});
const at = (minute: number) => `2026-03-02T09:0${minute}:00.000Z`;

function statusWith(decisions: OperationsStatus["decisions"] = []): OperationsStatus {
  const jobs = {
    ...{ queues: [], deadLetterCount: 70 },
    deadLetters: [{ jobId: "job", queue: "run-agents", error: "x", about: "agent dates", failedAt: at(3) }],
  };
  const reported = { ...bridge, inbox: { ...bridge.inbox, parked: 1 }, parked: [parked("theirs", at(2))] };
  return {
    now: at(9),
    api: { ...bridge, inbox: { ...bridge.inbox, parked: 2 }, parked: [parked("ours", at(4)), parked("old", at(1))] },
    worker: { lastHeardAt: at(5), report: { reportedAt: at(5), bridge: reported, jobs } },
    decisions,
  };
}

test("what both sides set aside is one list, the latest first, and the count knows of more", () => {
  expect(listSetAside(statusWith()).map(({ id }) => id)).toEqual(["ours", "job", "theirs", "old"]);
  expect(countSetAside(statusWith())).toBe(73);
  const silent = { ...statusWith(), worker: { lastHeardAt: null, report: null } };
  expect(listSetAside(silent).map(({ id }) => id)).toEqual(["ours", "old"]);
  expect(countSetAside(silent)).toBe(2);
});

test("what was decided since the worker last spoke is not asked again", () => {
  const decision = (operation: OperationsStatus["decisions"][number]["operation"], decidedAt: string) => ({
    ...{ eventId: "e", decidedAt, by: null, operation, reason: "because", about: null },
  });
  const pendingWith = (...decisions: OperationsStatus["decisions"]) =>
    listSetAside(statusWith(decisions)).flatMap(({ id, pending }) => (pending ? [`${id} ${pending}`] : []));
  const retry = { action: "retry-job", side: "worker", jobId: "job" } as const;
  const redrive = { action: "redrive-event", side: "worker", eventId: "theirs" } as const;
  expect(pendingWith(decision(retry, at(6)), decision(redrive, at(7)))).toEqual([
    "job retry-job",
    "theirs redrive-event",
  ]);
  // It knows of these already: whatever is there still, is there again.
  expect(pendingWith(decision(retry, at(4)))).toEqual([]);
  expect(pendingWith(decision({ ...redrive, side: "api" }, at(6)))).toEqual([]);
});
