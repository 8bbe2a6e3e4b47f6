import fc from "fast-check";
import { expect, test } from "vitest";
import type { ProjectId } from "../ids.ts";
import { clarifyOutcomeSchema, type OutcomeKind } from "./clarify-outcome.ts";
import {
  type ClarifyDraft,
  clarifyQuestions,
  type ClarifyStep,
  nextStep,
  outcomeOf,
  stepsOf,
  usualQuestions,
} from "./clarify-tree.ts";

const now = "2026-11-29T10:00:00.000Z";
const projectId = "0195e5a0-0000-7000-8000-000000000001" as ProjectId;
const create = { name: "Move", color: "teal" } as const;

/** Every answer a step has, as far as answers lead to different places. */
const answers: Record<ClarifyStep, readonly Partial<ClarifyDraft>[]> = {
  left: [{ left: "done" }, { left: "doing" }, { left: "next" }],
  who: [{ who: "Kim" }],
  "follow-up": [{ followUpOn: null }, { followUpOn: "2026-12-04" }],
  until: [{ until: "2026-12-24" }],
  project: [{ project: { id: projectId } }, { project: { id: projectId, create } }],
  "desired-outcome": [{ desiredOutcome: "" }, { desiredOutcome: "We live there" }],
  "first-action": [{ firstAction: "Call the landlord" }],
  contexts: [{ contextIds: [] }],
  tags: [{ tagIds: [] }],
  due: [{ dueAt: null }, { dueAt: "2026-12-01" }],
  estimate: [{ estimateMinutes: null }, { estimateMinutes: 15 }],
};
const kinds = clarifyOutcomeSchema.options.map((option) => option.shape.kind.value) as OutcomeKind[];
const someQuestions = fc.shuffledSubarray([...clarifyQuestions]);

/** All ways from a draft to its end. */
function* paths(draft: ClarifyDraft, questions: readonly (typeof clarifyQuestions)[number][]): Generator<ClarifyDraft> {
  const step = nextStep(draft, questions);
  if (step === null) return yield draft;
  for (const answer of answers[step]) yield* paths({ ...draft, ...answer }, questions);
}

test("whatever is asked and answered, every path ends in exactly one decision that is accepted", () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), someQuestions, (kind, questions) => {
      for (const draft of paths({ kind }, questions)) {
        const outcome = outcomeOf(draft, now);
        expect(outcome?.kind).toBe(kind);
        expect(clarifyOutcomeSchema.safeParse(outcome)).toMatchObject({ success: true });
      }
    }),
  );
});

test("nothing is decided while its own steps are not answered", () => {
  for (const kind of kinds) {
    const own = nextStep({ kind }, []);
    expect(outcomeOf({ kind }, now) === null, kind).toBe(own !== null);
  }
});

test("questions are asked of what is to be done, in the chosen order, and not where they are switched off", () => {
  fc.assert(
    fc.property(someQuestions, (questions) => {
      expect(stepsOf({ kind: "next-action" }, questions)).toEqual(questions);
      expect(stepsOf({ kind: "project", project: { id: projectId } }, questions)).toEqual(["project", ...questions]);
      for (const kind of ["someday", "reference", "trash"] as const) expect(stepsOf({ kind }, questions)).toEqual([]);
    }),
  );
  const created = stepsOf({ kind: "project", project: { id: projectId, create } }, usualQuestions);
  expect(created).toEqual(["project", "desired-outcome", "first-action", "contexts", "tags"]);
});
