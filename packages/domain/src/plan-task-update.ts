import type { ChangeOf, TaskFields } from "./change.ts";
import { changedFields } from "./changed-fields.ts";
import type { TaskId } from "./ids.ts";
import type { MutationInput } from "./mutations.ts";
import { refuse } from "./refusal.ts";

/**
 * The fields of a task that change; `null` when none does. Fields are last-writer-wins one by one, except the notes:
 * an edit that began from an older text than the task has now is refused with TEXT_CONFLICT, unless both wrote the same.
 */
export function planTaskUpdate(
  task: TaskFields & { id: TaskId; version: number; notesVersion: number },
  input: MutationInput<"task.update">,
): ChangeOf<"task.updated"> | null {
  const { boardId: _board, mutationId: _mutation, taskId: _task, notesBaseVersion, ...asked } = input;
  const changed = changedFields<TaskFields>(task, asked);
  if (!changed) return null;
  const isStale = notesBaseVersion !== undefined && notesBaseVersion < task.notesVersion;
  if (changed.after.notes !== undefined && isStale) {
    refuse("TEXT_CONFLICT", { notes: task.notes, notesVersion: task.notesVersion });
  }
  return { type: "task.updated", payload: { taskId: task.id, version: task.version + 1, ...changed } };
}
