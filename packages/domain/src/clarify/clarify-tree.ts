import { assertNever } from "../assert-never.ts";
import type { ContextId, ProjectId, TagId } from "../ids.ts";
import type { LabelColor } from "../label-colors.ts";
import type { Instant, Moment } from "../moment.ts";
import type { ClarifyOutcome, OutcomeKind } from "./clarify-outcome.ts";

/** What is asked of a next action, unless a person has switched it off; in the order of their choice. */
export const clarifyQuestions = ["contexts", "tags", "due", "estimate"] as const;
export type ClarifyQuestion = (typeof clarifyQuestions)[number];
/** The questions as they are asked as long as nobody changes them. */
export const usualQuestions: readonly ClarifyQuestion[] = ["contexts", "tags"];

export type ClarifyStep =
  | "left"
  | "who"
  | "follow-up"
  | "until"
  | "project"
  | "desired-outcome"
  | "first-action"
  | ClarifyQuestion;

/** An item on its way through the tree: what was answered so far. What is absent has not been answered. */
export type ClarifyDraft = {
  kind: OutcomeKind;
  left?: "done" | "doing" | "next";
  who?: string;
  followUpOn?: string | null;
  until?: Moment;
  project?: { id: ProjectId; create?: { name: string; color: LabelColor } };
  desiredOutcome?: string;
  firstAction?: string;
  contextIds?: readonly ContextId[];
  tagIds?: readonly TagId[];
  dueAt?: Moment | null;
  estimateMinutes?: number | null;
};

const answerOf = {
  left: "left",
  who: "who",
  "follow-up": "followUpOn",
  until: "until",
  project: "project",
  "desired-outcome": "desiredOutcome",
  "first-action": "firstAction",
  contexts: "contextIds",
  tags: "tagIds",
  due: "dueAt",
  estimate: "estimateMinutes",
} as const satisfies Record<ClarifyStep, keyof ClarifyDraft>;

/** The steps between what an item is said to be and the decision. */
export function stepsOf({ kind, project }: ClarifyDraft, questions: readonly ClarifyQuestion[]): ClarifyStep[] {
  switch (kind) {
    case "do-now":
      return ["left"];
    case "next-action":
      return [...questions];
    case "waiting":
      return ["who", "follow-up"];
    case "project":
      return ["project", ...(project?.create ? (["desired-outcome", "first-action"] as const) : []), ...questions];
    case "snooze":
      return ["until"];
    case "someday":
    case "reference":
    case "trash":
      return [];
    default:
      return assertNever(kind);
  }
}

/** What is asked next; `null` when nothing is left to ask. */
export function nextStep(draft: ClarifyDraft, questions: readonly ClarifyQuestion[]): ClarifyStep | null {
  return stepsOf(draft, questions).find((step) => draft[answerOf[step]] === undefined) ?? null;
}

/** The item before a step was answered. */
export function withoutAnswer(draft: ClarifyDraft, step: ClarifyStep): ClarifyDraft {
  return { ...draft, [answerOf[step]]: undefined };
}

/** What somebody has decided by their answers, once nothing is left to ask. `now` is since when it waits. */
export function outcomeOf(draft: ClarifyDraft, now: Instant): ClarifyOutcome | null {
  const { kind, left, who, followUpOn, until, project } = draft;
  switch (kind) {
    case "do-now":
      return left ? { kind, left } : null;
    case "waiting":
      return who === undefined || followUpOn === undefined ? null : { kind, who, since: now, followUpOn };
    case "snooze":
      return until ? { kind, until } : null;
    case "project": {
      if (!project) return null;
      if (!project.create) return { kind, projectId: project.id };
      const { desiredOutcome = "" } = draft;
      return { kind, projectId: project.id, create: { ...project.create, desiredOutcome } };
    }
    case "next-action":
    case "someday":
    case "reference":
    case "trash":
      return { kind };
    default:
      return assertNever(kind);
  }
}
