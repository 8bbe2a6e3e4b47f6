import { assertNever } from "./assert-never.ts";
import type { Change, ChangeOf, TaskFields } from "./change.ts";
import type { Hint, HintState } from "./entities.ts";
import type { BoardId, MutationId, TaskId } from "./ids.ts";
import { planTaskUpdate } from "./plan-task-update.ts";
import { refuse } from "./refusal.ts";

type HintedTask = TaskFields & { id: TaskId; version: number; notesVersion: number };

/** True while the words a hint was read from still stand in the task. */
export function isEvidencePresent(hint: Pick<Hint, "evidence">, task: Pick<TaskFields, "title" | "notes">): boolean {
  return task[hint.evidence.field].includes(hint.evidence.text);
}

function decided(hint: Hint, state: Exclude<HintState, "proposed">): ChangeOf<"hint.decided"> {
  return { type: "hint.decided", payload: { hintId: hint.id, taskId: hint.taskId, state } };
}

/** The fields a hint would set. */
export function fieldsOfHint(hint: Hint): Partial<TaskFields> {
  switch (hint.value.kind) {
    case "due-date":
      return { dueAt: hint.value.dueAt };
    default:
      return assertNever(hint.value.kind);
  }
}

/**
 * Applies a hint: the task's update, the decision, and the end of the task's other proposals of the same kind.
 * Refused when it was decided before, or when the words it came from are gone.
 */
export function planHintApply(
  task: HintedTask,
  hint: Hint,
  proposedHints: readonly Hint[],
  { boardId, mutationId }: { boardId: BoardId; mutationId: MutationId },
): Change[] {
  if (hint.state !== "proposed") refuse("HINT_ALREADY_DECIDED", { state: hint.state });
  if (!isEvidencePresent(hint, task)) refuse("HINT_OUTDATED");
  const update = planTaskUpdate(task, { boardId, mutationId, taskId: task.id, ...fieldsOfHint(hint) });
  const rivals = proposedHints.filter(
    (other) => other.id !== hint.id && other.state === "proposed" && other.value.kind === hint.value.kind,
  );
  return [
    ...(update ? [update] : []),
    decided(hint, "applied"),
    ...rivals.map((rival) => decided(rival, "superseded")),
  ];
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
