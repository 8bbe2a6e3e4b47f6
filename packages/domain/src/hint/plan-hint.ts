import type { Change, ChangeOf, TaskFields } from "../change.ts";
import { changedFields } from "../changed-fields.ts";
import type { ChecklistItem, Hint, HintState, HintValue } from "../entities.ts";
import type { BoardId, ChecklistItemId, MutationId, TaskId } from "../ids.ts";
import { limits } from "../limits.ts";
import type { Instant } from "../moment.ts";
import { planChecklistItemCreate } from "../plan-checklist-item.ts";
import { planTaskUpdate } from "../plan-task-update.ts";
import { ranksBetween } from "../rank.ts";
import { refuse } from "../refusal.ts";
import { fieldsOfHint } from "./fields-of-hint.ts";
import { isEvidencePresent } from "./hint-evidence.ts";

export type HintedTask = TaskFields & { id: TaskId; version: number; notesVersion: number };

/** Kinds of which a task takes several: applying one leaves the others standing. */
export function isAdditive(kind: HintValue["kind"]): boolean {
  return kind === "tag" || kind === "context" || kind === "checklist" || kind === "link";
}

function decided(hint: Hint, state: Exclude<HintState, "proposed">): ChangeOf<"hint.decided"> {
  return { type: "hint.decided", payload: { hintId: hint.id, taskId: hint.taskId, state } };
}

/** True when a hint would leave the task as it is: nothing to propose. */
export function isHintIdle(value: HintValue, task: TaskFields & { id: TaskId }, now: Instant): boolean {
  if (value.kind === "checklist" || value.kind === "next-action") return false;
  if (value.kind === "duplicate") return value.otherTaskId === task.id;
  // Who is waited for is the news, not since when.
  if (value.kind === "waiting") return task.waitingFor?.who === value.who;
  return changedFields<TaskFields>(task, fieldsOfHint(value, task, now)) === null;
}

/**
 * Applies a hint, or what it was edited to: the task's update or the new checklist items, the decision, and the end of
 * the task's other proposals of a kind it can have but once. Of a duplicate only the decision: merging the tasks is a
 * mutation of its own, asked for with this one. Refused when it was decided before, when what it rests on
 * is gone, when the edit is of another kind, or when there are more items than ids for them.
 */
export function planHintApply(asked: {
  task: HintedTask;
  checklist: readonly ChecklistItem[];
  hint: Hint;
  hints: readonly Hint[];
  input: {
    boardId: BoardId;
    mutationId: MutationId;
    value?: HintValue | undefined;
    itemIds?: readonly ChecklistItemId[] | undefined;
  };
  now: Instant;
}): Change[] {
  const { task, checklist, hint, hints, input, now } = asked;
  const { boardId, mutationId, value = hint.value, itemIds = [] } = input;
  if (hint.state !== "proposed") refuse("HINT_ALREADY_DECIDED", { state: hint.state });
  if (!isEvidencePresent(hint.evidence, task) || value.kind !== hint.value.kind) refuse("HINT_OUTDATED");
  const update = planTaskUpdate(task, { boardId, mutationId, taskId: task.id, ...fieldsOfHint(value, task, now) });
  const labels = Math.max(update?.payload.after.tagIds?.length ?? 0, update?.payload.after.contextIds?.length ?? 0);
  if (labels > limits.labelsPerTask) refuse("LIMIT_REACHED", { limit: limits.labelsPerTask });
  const items = planItems({ ...task, version: update?.payload.version ?? task.version }, checklist, value, itemIds);
  const rivals = hints.filter(
    (other) =>
      other.id !== hint.id &&
      other.state === "proposed" &&
      other.value.kind === hint.value.kind &&
      !isAdditive(other.value.kind),
  );
  return [
    ...(update ? [update] : []),
    ...items,
    decided(hint, "applied"),
    ...rivals.map((rival) => decided(rival, "superseded")),
  ];
}

/** The items a hint adds: a next action comes first, what a list was read from goes to the end. */
function planItems(
  { id, version }: HintedTask,
  checklist: readonly ChecklistItem[],
  value: HintValue,
  itemIds: readonly ChecklistItemId[],
): ChangeOf<"checklist-item.created">[] {
  if (value.kind !== "checklist" && value.kind !== "next-action") return [];
  const texts = value.kind === "checklist" ? value.items : [value.text];
  const limit = limits.checklistItemsPerTask;
  if (checklist.length + texts.length > limit) refuse("LIMIT_REACHED", { limit });
  if (itemIds.length < texts.length) refuse("HINT_OUTDATED");
  const ranks =
    value.kind === "checklist"
      ? ranksBetween(checklist.at(-1)?.rank ?? null, null, texts.length)
      : ranksBetween(null, checklist[0]?.rank ?? null, 1);
  return texts.map((text, index) =>
    planChecklistItemCreate(
      { id, version: version + index },
      { id: itemIds[index]!, text, isDone: false, rank: ranks[index]! },
    ),
  );
}

/** Dismisses a hint; refused when it was decided before. */
export function planHintDismiss(hint: Hint): Change[] {
  if (hint.state !== "proposed") refuse("HINT_ALREADY_DECIDED", { state: hint.state });
  return [decided(hint, "dismissed")];
}

/** A hint that a newer report of its agent replaces. */
export function planHintSupersede(hint: Hint): ChangeOf<"hint.decided"> {
  return decided(hint, "superseded");
}
