import type { ChangeOf } from "./change.ts";
import type { ChecklistItem, TaskCard } from "./entities.ts";
import type { ChecklistItemId } from "./ids.ts";
import { limits } from "./limits.ts";
import type { Instant } from "./moment.ts";
import { planChecklistItemCreate } from "./plan-checklist-item.ts";
import { planTaskRemove } from "./plan-task-leave.ts";
import type { Rank } from "./rank.ts";
import { refuse } from "./refusal.ts";

/**
 * A task becomes an item of another's checklist, ticked if it was finished. What an item cannot hold must not vanish
 * with it: a task with notes, items, comments or files is refused, naming what it has.
 */
export function planTaskToItem(asked: {
  task: TaskCard;
  other: TaskCard;
  itemId: ChecklistItemId;
  rank: Rank;
  now: Instant;
}): [ChangeOf<"task.removed">, ChangeOf<"checklist-item.created">] {
  const { task, other, itemId, rank, now } = asked;
  if (task.id === other.id) refuse("LINK_TO_ITSELF");
  const holds = task.hasNotes
    ? "notes"
    : task.checklistTotal > 0
      ? "checklist"
      : task.commentCount > 0
        ? "comments"
        : task.attachmentCount > 0
          ? "files"
          : null;
  if (holds) refuse("TASK_HOLDS_MORE", { holds, task: task.title });
  const limit = limits.checklistItemsPerTask;
  if (other.checklistTotal >= limit) refuse("LIMIT_REACHED", { limit });
  const item: ChecklistItem = { id: itemId, text: task.title, isDone: task.finishedAt !== null, rank };
  return [planTaskRemove(task, now), planChecklistItemCreate(other, item)];
}
