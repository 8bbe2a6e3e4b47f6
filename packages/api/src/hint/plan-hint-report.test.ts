import type { TaskFields } from "@kanban/domain/change";
import type { Hint, HintState } from "@kanban/domain/entities";
import type { HintId, TaskId } from "@kanban/domain/ids";
import { allHints } from "@kanban/domain/hint/fold-hints";
import { limits } from "@kanban/domain/limits";
import { expect, test } from "vitest";
import { planHintReport } from "./plan-hint-report.ts";

const taskId = "01936a00-0000-7000-8000-000000000001" as TaskId;
const now = "2026-11-22T09:00:00.000Z";
const idOf = (n: number) => `01936a00-0000-7000-8000-${String(n).padStart(12, "0")}` as HintId;

const task: TaskFields & { id: TaskId } = {
  id: taskId,
  title: "Call the dentist tomorrow, or on Friday",
  notes: "",
  contextIds: [],
  tagIds: [],
  projectId: null,
  assigneeIds: [],
  priority: "normal",
  estimateMinutes: null,
  energy: null,
  waitingFor: null,
  deferUntil: null,
  dueAt: null,
  needsBreakdown: false,
};

function proposal(n: number, text: string, dueAt: string) {
  const start = Math.max(0, task.title.indexOf(text));
  const evidence = { field: "title" as const, text, start, end: start + text.length };
  return { hintId: idOf(n), value: { kind: "due-date" as const, dueAt }, evidence, confidence: 0.9 };
}

function stored(n: number, text: string, dueAt: string, state: HintState = "proposed", agent = "dates"): Hint {
  const { hintId: id, ...rest } = proposal(n, text, dueAt);
  return { id, taskId, agent, state, proposedAt: `2026-11-21T09:00:${String(n % 60).padStart(2, "0")}.000Z`, ...rest };
}

function report(hints: Hint[], proposals: ReturnType<typeof proposal>[], on = task) {
  const changes = planHintReport(
    on,
    hints,
    { taskId, taskVersion: 1, agent: "dates", hints: proposals },
    { now, switches: allHints },
  );
  return changes.map(({ type, payload }) =>
    type === "hint.recorded"
      ? ["recorded", payload.hint.id]
      : type === "hint.decided"
        ? [payload.state, payload.hintId]
        : [type],
  );
}

test("a first report is recorded", () => {
  expect(report([], [proposal(1, "tomorrow", "2026-11-23")])).toEqual([["recorded", idOf(1)]]);
});

test("what an agent proposes again stays, what it no longer proposes is superseded", () => {
  const before = [stored(1, "tomorrow", "2026-11-23"), stored(2, "Friday", "2026-11-27")];
  expect(report(before, [proposal(3, "Friday", "2026-11-27")])).toEqual([["superseded", idOf(1)]]);
});

test("an empty report withdraws all proposals of its agent and no other's", () => {
  const before = [stored(1, "tomorrow", "2026-11-23"), stored(2, "Friday", "2026-11-27", "proposed", "another")];
  expect(report(before, [])).toEqual([["superseded", idOf(1)]]);
});

test.each(["dismissed", "applied"] as const)(
  "what a person has %s is not proposed again from the same words",
  (state) => {
    const before = [stored(1, "tomorrow", "2026-11-23", state)];
    expect(report(before, [proposal(2, "tomorrow", "2026-11-23")])).toEqual([]);
    expect(report(before, [proposal(2, "tomorrow", "2026-11-24")])).toEqual([["recorded", idOf(2)]]);
  },
);

test("the same words in another place replace the proposal, so that its evidence points at the right letters", () => {
  const moved = proposal(2, "tomorrow", "2026-11-23");
  moved.evidence.start += 1;
  moved.evidence.end += 1;
  expect(report([stored(1, "tomorrow", "2026-11-23")], [moved])).toEqual([
    ["superseded", idOf(1)],
    ["recorded", idOf(2)],
  ]);
});

test("what the task already has, and what its text does not say, is not proposed", () => {
  expect(report([], [proposal(1, "tomorrow", "2026-11-23")], { ...task, dueAt: "2026-11-23" })).toEqual([]);
  expect(report([], [proposal(1, "next year", "2027-01-01")])).toEqual([]);
  expect(report([], [proposal(1, "", "2027-01-01")])).toEqual([]);
});

test("one report cannot say the same twice", () => {
  expect(report([], [proposal(1, "tomorrow", "2026-11-23"), proposal(2, "tomorrow", "2026-11-23")])).toEqual([
    ["recorded", idOf(1)],
  ]);
});

test("beyond the limit the oldest proposals go", () => {
  const crowd = Array.from({ length: limits.proposedHintsPerTask }, (_, n) =>
    stored(n + 1, "tomorrow", "2026-11-23", "proposed", `agent ${n}`),
  );
  expect(report(crowd, [proposal(50, "Friday", "2026-11-27")])).toEqual([
    ["superseded", idOf(1)],
    ["recorded", idOf(50)],
  ]);
});
