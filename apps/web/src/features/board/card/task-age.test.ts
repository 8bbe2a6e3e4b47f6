import { expect, test } from "vitest";
import { taskAge } from "./task-age.ts";

const now = Date.parse("2026-11-22T10:00:00.000Z");
const started = (daysAgo: number) => ({
  startedAt: new Date(now - daysAgo * 86_400_000).toISOString(),
  finishedAt: null,
});

test("a task that is not started or is finished has no age", () => {
  expect(taskAge({ startedAt: null, finishedAt: null }, now)).toBeNull();
  expect(taskAge({ ...started(5), finishedAt: new Date(now).toISOString() }, now)).toBeNull();
});

test("age grows in four steps of days in progress", () => {
  expect([0, 2, 3, 6, 7, 13, 14, 90].map((days) => taskAge(started(days), now)?.step)).toEqual([
    1, 1, 2, 2, 3, 3, 4, 4,
  ]);
});

test("a clock that runs behind the server's never makes an age negative", () => {
  expect(taskAge(started(-1), now)).toEqual({ days: 0, step: 1, olderThan: null });
});
