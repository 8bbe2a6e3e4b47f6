import type { TaskCard, TaskDetail } from "@kanban/domain/entities";
import type { ChecklistItemId, TaskId } from "@kanban/domain/ids";
import { showToast } from "../../components/ui/toast.tsx";
import type { Mutate } from "../../sync/asked-change.ts";
import { newId } from "../../sync/new-id.ts";
import { asOneStep } from "../undo/undo-steps.ts";
import { taskStrings } from "./task.strings.ts";

/** A copy below the task: text, labels, dates and the checklist, unticked. Comments and files stay with the first. */
export function duplicateTask(mutate: Mutate, task: TaskCard, detail: TaskDetail, open: (id: TaskId) => void): void {
  const taskId = newId<TaskId>();
  const { columnId, title, contextIds, tagIds, projectId, assigneeIds, priority, estimateMinutes, energy } = task;
  const { waitingFor, deferUntil, dueAt, needsBreakdown } = task;
  const fields = { title, contextIds, tagIds, projectId, assigneeIds, priority, estimateMinutes, energy };
  const more = { waitingFor, deferUntil, dueAt, needsBreakdown, notes: detail.notes };
  const checklist = detail.checklist.map(({ text }) => ({ itemId: newId<ChecklistItemId>(), text }));
  // One mutation: one for every item would be more than an undo takes back.
  const { refused } = asOneStep(taskStrings.panel.duplicate, () =>
    mutate("task.create", { taskId, columnId, afterId: task.id, ...fields, ...more, checklist }),
  );
  if (refused) return;
  const actions = [{ label: taskStrings.panel.open, run: () => open(taskId) }];
  showToast(taskStrings.panel.duplicated(title), { actions });
}
