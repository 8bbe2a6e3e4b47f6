import type { Hint, HintValue } from "@kanban/domain/entities";
import { hintsToApply } from "@kanban/domain/hint/hints-to-apply";
import type { ChecklistItemId } from "@kanban/domain/ids";
import type { Mutate } from "../../../sync/asked-change.ts";
import { newId } from "../../../sync/new-id.ts";
import { asOneStep } from "../../undo/undo-steps.ts";

/**
 * Applies a hint, or what it was edited to, with an id for every checklist item that comes of it. A duplicate is merged
 * into the other task in the same step of undo. False when it was refused.
 */
export function applyHint(mutate: Mutate, { id, taskId, value }: Hint, edited?: HintValue): boolean {
  const applied = edited ?? value;
  const items = applied.kind === "checklist" ? applied.items.length : applied.kind === "next-action" ? 1 : 0;
  const itemIds = Array.from({ length: items }, () => newId<ChecklistItemId>());
  const what = { taskId, hintId: id, itemIds, ...(edited && { value: edited }) };
  return asOneStep("hint.apply", () => {
    if (mutate("hint.apply", what).refused) return false;
    if (applied.kind !== "duplicate") return true;
    return !mutate("task.merge", { taskId, otherTaskId: applied.otherTaskId }).refused;
  });
}

/** Applies all hints of a task that go together, as one step of undo. */
export function applyAllHints(mutate: Mutate, hints: readonly Hint[]): void {
  asOneStep("hint.apply", () => {
    for (const hint of hintsToApply(hints)) applyHint(mutate, hint);
  });
}
