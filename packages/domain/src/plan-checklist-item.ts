import type { ChangeOf } from "./change.ts";
import { changedFields } from "./changed-fields.ts";
import type { ChecklistItem } from "./entities.ts";
import type { TaskId } from "./ids.ts";
import type { Rank } from "./rank.ts";

/** The task a checklist belongs to: each change of an item counts as a change of its task. */
type Owner = { id: TaskId; version: number };

function ref(task: Owner) {
  return { taskId: task.id, version: task.version + 1 };
}

/** A new item. */
export function planChecklistItemCreate(task: Owner, item: ChecklistItem): ChangeOf<"checklist-item.created"> {
  return { type: "checklist-item.created", payload: { ...ref(task), item } };
}

/** Another text, ticked or unticked; `null` when nothing differs. */
export function planChecklistItemUpdate(
  task: Owner,
  item: ChecklistItem,
  asked: { text?: string | undefined; isDone?: boolean | undefined },
): ChangeOf<"checklist-item.updated"> | null {
  const changed = changedFields<Pick<ChecklistItem, "text" | "isDone">>(item, {
    text: asked.text,
    isDone: asked.isDone,
  });
  return changed && { type: "checklist-item.updated", payload: { ...ref(task), itemId: item.id, ...changed } };
}

/** Another place in the list; `null` when it is there. */
export function planChecklistItemMove(
  task: Owner,
  item: ChecklistItem,
  rank: Rank,
): ChangeOf<"checklist-item.moved"> | null {
  if (item.rank === rank) return null;
  return {
    type: "checklist-item.moved",
    payload: { ...ref(task), itemId: item.id, before: { rank: item.rank }, after: { rank } },
  };
}

/** The item is gone; its event carries it, so that it can be brought back. */
export function planChecklistItemRemove(task: Owner, item: ChecklistItem): ChangeOf<"checklist-item.removed"> {
  return { type: "checklist-item.removed", payload: { ...ref(task), item } };
}
