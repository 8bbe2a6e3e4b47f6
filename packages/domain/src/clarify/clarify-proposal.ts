import type { TaskFields } from "../change.ts";
import type { Hint, HintValue } from "../entities.ts";
import { fieldsOfHint } from "../hint/fields-of-hint.ts";
import type { HintId } from "../ids.ts";
import type { Instant } from "../moment.ts";
import type { ClarifyOutcome, OutcomeKind } from "./clarify-outcome.ts";

/** The fields a decision can give besides its outcome. */
export type DecidedFields = Partial<
  Pick<TaskFields, "title" | "contextIds" | "tagIds" | "projectId" | "dueAt" | "deferUntil" | "estimateMinutes">
>;

/** Of these kinds an item takes several. */
const manyOf: ReadonlySet<string> = new Set(["tag", "context"]);
const taken: ReadonlySet<HintValue["kind"]> = new Set([
  ...(["waiting", "due-date", "defer-date", "context", "tag", "project", "estimate", "title"] as const),
]);

/** What hints say an item is, and those of them a decision takes with it: of a kind it has once, the surest. */
export function proposalOf(hints: readonly Hint[]): { kind: OutcomeKind | null; hints: Hint[] } {
  const open = hints
    .filter(({ state, value }) => state === "proposed" && taken.has(value.kind))
    .sort((a, b) => b.confidence - a.confidence);
  const found = open.filter(
    ({ value }, index) =>
      manyOf.has(value.kind) || open.findIndex((other) => other.value.kind === value.kind) === index,
  );
  const isWaiting = found.some(({ value }) => value.kind === "waiting");
  return { kind: isWaiting ? "waiting" : found.length > 0 ? "next-action" : null, hints: found };
}

/** The open hints that no decision answers: what an item needs, besides where it goes. A duplicate is merged instead. */
export function hintsBeside(hints: readonly Hint[]): Hint[] {
  return hints.filter(({ state, value: { kind } }) => state === "proposed" && !taken.has(kind) && kind !== "duplicate");
}

/** The fields that these hints give a task. Who is waited for belongs to the outcome. */
export function fieldsOfProposal(hints: readonly Hint[], task: TaskFields, now: Instant): DecidedFields {
  return hints
    .filter(({ value }) => taken.has(value.kind) && value.kind !== "waiting")
    .reduce<DecidedFields>(
      (fields, { value }) => ({ ...fields, ...fieldsOfHint(value, { ...task, ...fields }, now) }),
      {},
    );
}

/** Whether a decision about an item answers its hints: what is thrown away or comes back later keeps them open. */
export function answersHints(kind: OutcomeKind): boolean {
  return kind !== "trash" && kind !== "snooze";
}

/** Those of the hints that a decision does what they say. */
export function appliedBy(hints: readonly Hint[], fields: DecidedFields, outcome: ClarifyOutcome): HintId[] {
  return hints.filter(({ value }) => isDone(value, fields, outcome)).map(({ id }) => id);
}

function isDone(value: HintValue, fields: DecidedFields, outcome: ClarifyOutcome): boolean {
  switch (value.kind) {
    case "tag":
      return fields.tagIds?.includes(value.tagId) ?? false;
    case "context":
      return fields.contextIds?.includes(value.contextId) ?? false;
    case "project":
      return (outcome.kind === "project" ? outcome.projectId : fields.projectId) === value.projectId;
    case "due-date":
      return fields.dueAt === value.dueAt;
    case "defer-date":
      return fields.deferUntil === value.deferUntil;
    case "estimate":
      return fields.estimateMinutes === value.minutes;
    case "title":
      return fields.title === value.title;
    case "waiting":
      return outcome.kind === "waiting" && outcome.who === value.who;
    default:
      return false;
  }
}
