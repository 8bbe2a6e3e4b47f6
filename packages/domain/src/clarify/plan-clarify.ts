import type { Change, OverrodeWip, TaskFields } from "../change.ts";
import type { Column, Hint, TaskCard } from "../entities.ts";
import type { Instant } from "../moment.ts";
import type { MutationInput } from "../mutations.ts";
import { planProjectCreate } from "../plan-label.ts";
import { planTaskArchive, planTaskRemove } from "../plan-task-leave.ts";
import { planTaskMove } from "../plan-task-move.ts";
import { planTaskUpdate } from "../plan-task-update.ts";
import type { Rank } from "../rank.ts";
import { refuse } from "../refusal.ts";
import { defined } from "../rows.ts";
import { destinationOf } from "./column-of-outcome.ts";

/**
 * One decision over an item: its fields, its hints and its place, as the ordinary changes these are, of one mutation, so
 * that one undo takes all of it back. `place` is where it goes, when it goes to a column. What has left the inbox is
 * refused with NOT_IN_INBOX.
 */
export function planClarify(asked: {
  task: { card: TaskCard; notes: string; notesVersion: number };
  from: Column;
  place: { to: Column; rank: Rank; overrodeWip: OverrodeWip } | null;
  hints: readonly Hint[];
  input: MutationInput<"task.clarify">;
  now: Instant;
}): Change[] {
  const { task, from, place, input, now } = asked;
  // Whoever was offline, or slower, does not overrule what another has decided about it.
  if (from.kind !== "inbox") refuse("NOT_IN_INBOX");
  const { boardId, mutationId, taskId, outcome } = input;
  const created =
    outcome.kind === "project" && outcome.create
      ? [planProjectCreate({ boardId, mutationId, projectId: outcome.projectId, ...outcome.create })]
      : [];
  const { card, notes, notesVersion } = task;
  const update = planTaskUpdate(
    { ...card, notes, notesVersion },
    { boardId, mutationId, taskId, ...clarifiedFields(input) },
  );
  const after: TaskCard = update
    ? { ...card, ...cardFields(defined(update.payload.after)), version: update.payload.version }
    : card;
  const left = place ? planTaskMove({ task: after, from, ...place, now }) : planLeave(after, input, now);
  return [
    ...created,
    ...(update ? [update] : []),
    ...decideHints(asked.hints, input),
    ...(left ? [left] : []),
  ] satisfies Change[];
}

/** The fields a decision gives: what was filled in, and what the outcome itself says. */
export function clarifiedFields({ outcome, fields = {} }: MutationInput<"task.clarify">): Partial<TaskFields> {
  const given = defined(fields);
  if (outcome.kind === "waiting") {
    const { who, since, followUpOn } = outcome;
    return { ...given, waitingFor: { who, since, followUpOn } };
  }
  if (outcome.kind === "snooze") return { ...given, deferUntil: outcome.until };
  if (outcome.kind === "project") return { ...given, projectId: outcome.projectId };
  return given;
}

function cardFields({ notes, ...fields }: Partial<TaskFields>): Partial<TaskCard> {
  return { ...fields, ...(notes === undefined ? {} : { hasNotes: notes !== "" }) };
}

function planLeave(card: TaskCard, { outcome }: MutationInput<"task.clarify">, now: Instant): Change | null {
  const destination = destinationOf(outcome);
  if (destination === "archive") return planTaskArchive(card, now, true);
  return destination === "trash" ? planTaskRemove(card, now) : null;
}

/** Those decided by somebody else meanwhile are left as they are: the item's own decision stands without them. */
function decideHints(hints: readonly Hint[], { hints: decided }: MutationInput<"task.clarify">): Change[] {
  const { applied = [], dismissed = [] } = decided ?? {};
  for (const id of [...applied, ...dismissed]) {
    if (!hints.some((hint) => hint.id === id)) refuse("HINT_NOT_FOUND");
  }
  const kinds = hints.filter(({ id }) => applied.includes(id)).map(({ value }) => value.kind);
  return hints.flatMap((hint): Change[] => {
    if (hint.state !== "proposed") return [];
    const { id: hintId, taskId } = hint;
    const state = applied.includes(hintId)
      ? "applied"
      : dismissed.includes(hintId)
        ? "dismissed"
        : isRival(hint, kinds)
          ? "superseded"
          : null;
    return state ? [{ type: "hint.decided", payload: { hintId, taskId, state } }] : [];
  });
}

/** Of these kinds a task can have several: the others stay proposed. */
const manyOf: ReadonlySet<string> = new Set(["tag", "context", "duplicate"]);

function isRival({ value }: Hint, kinds: readonly Hint["value"]["kind"][]): boolean {
  return kinds.includes(value.kind) && !manyOf.has(value.kind);
}
