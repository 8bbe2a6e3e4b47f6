import { nextStep } from "@kanban/domain/clarify/clarify-tree";
import type { ContextId } from "@kanban/domain/ids";
import { expect, test } from "vitest";
import { answered, begun, noWay, oneBack, type Way } from "./way.ts";

const questions = ["contexts", "due"] as const;
const stepOf = ({ draft }: Way) => draft && nextStep(draft, questions);
const desk = "desk" as ContextId;

test("back goes one step back, keeps what was answered before, and each step knows its answer again", () => {
  const first = begun(noWay, { kind: "waiting" });
  const second = answered(first, "who", { who: "Kim" });
  expect(stepOf(second)).toBe("follow-up");
  const again = oneBack(second);
  expect(stepOf(again)).toBe("who");
  expect(again.given).toEqual({ who: "Kim" });
  expect(oneBack(again)).toEqual({ draft: null, asked: [], given: { who: "Kim" } });
});

test("what came with the decision is not asked on the way back", () => {
  const taken = begun(noWay, { kind: "next-action", contextIds: [desk] });
  const last = answered(taken, "due", { dueAt: null });
  expect(stepOf(oneBack(last))).toBe("due");
  expect(oneBack(oneBack(last)).draft).toBeNull();
});

test("another answer to an earlier question leaves nothing of the steps that are asked no more", () => {
  const steps = [
    ["project", { project: { id: "p", create: { name: "Move", color: "blue" } } }],
    ["desired-outcome", { desiredOutcome: "We live there" }],
    ["first-action", { firstAction: "Call" }],
  ] as const;
  const far = steps.reduce(
    (way, [step, answer]) => answered(way, step, answer as object),
    begun(noWay, { kind: "project" }),
  );
  const back = oneBack(oneBack(oneBack(far)));
  expect(back.draft).toEqual({ kind: "project" });
  expect(answered(back, "project", { project: { id: "q" } } as object).draft).toEqual({
    kind: "project",
    project: { id: "q" },
  });
});
