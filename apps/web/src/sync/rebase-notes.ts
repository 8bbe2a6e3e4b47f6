import type { BoardEvent } from "@kanban/domain/board-event";
import { idOf, keptPart, type PendingMutation, type QueuedMutation } from "./pending.ts";

/**
 * The pending edits of a task's notes that were written over an own edit, after that edit became `event`: they began
 * from the version it was given here, the server has given it another. Without this, typing on while somebody else
 * moves the task would end in a conflict with oneself. Answers only the mutations that change.
 */
export function rebaseNotes(queue: readonly QueuedMutation[], { mutationId, change }: BoardEvent): PendingMutation[] {
  if (change.type !== "task.updated" || change.payload.after.notes === undefined) return [];
  const { taskId, version } = change.payload;
  const own = queue.find((pending) => idOf(pending) === mutationId)?.mutation;
  if (own?.name !== "task.update") return [];
  const ownBase = own.input.notesBaseVersion ?? -1;
  return queue.flatMap((pending) => {
    const { mutation } = pending;
    if (mutation.name !== "task.update" || mutation.input.taskId !== taskId || pending.answer) return [];
    if (idOf(pending) <= mutationId) return [];
    const base = mutation.input.notesBaseVersion;
    // With the base of the own edit or an older one it did not see that edit: a conflict is the truth.
    if (base === undefined || base <= ownBase || base >= version) return [];
    const input = { ...mutation.input, notesBaseVersion: version };
    return [{ ...keptPart(pending), mutation: { ...mutation, input } }];
  });
}
