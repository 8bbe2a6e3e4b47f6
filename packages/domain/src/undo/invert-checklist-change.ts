import type { ChecklistChange } from "../apply-checklist-change.ts";
import { assertNever } from "../assert-never.ts";
import type { BoardView } from "../board-view.ts";
import type { Change } from "../change.ts";
import type { ChecklistItem, TaskCard } from "../entities.ts";
import {
  planChecklistItemCreate,
  planChecklistItemMove,
  planChecklistItemRemove,
  planChecklistItemUpdate,
} from "../plan-checklist-item.ts";
import { refuse } from "../refusal.ts";
import { defined } from "../rows.ts";
import { needTask } from "../view-lookup.ts";
import { aboutTask, checkUnchanged, freeRank } from "./undo-checks.ts";

/** What undoes a change of a checklist. Of a task whose bodies are not known here: nothing, the server will tell. */
export function invertChecklistChange(view: BoardView, change: ChecklistChange): Change[] {
  const task = needTask(view, change.payload.taskId);
  const items = view.details[task.id]?.checklist;
  if (!items) return [];
  const itemId = "item" in change.payload ? change.payload.item.id : change.payload.itemId;
  const item = items.find(({ id }) => id === itemId);
  if (change.type === "checklist-item.removed") {
    if (item) return [];
    const rank = freeRank(items, itemId, change.payload.item.rank);
    return [planChecklistItemCreate(task, { ...change.payload.item, rank })];
  }
  if (!item) {
    // Taken away meanwhile: there is nothing left of a new one to undo.
    if (change.type === "checklist-item.created") return [];
    return refuse("CHECKLIST_ITEM_NOT_FOUND");
  }
  const planned = invertOn(task, items, item, change);
  return planned ? [planned] : [];
}

function invertOn(
  task: TaskCard,
  items: readonly ChecklistItem[],
  item: ChecklistItem,
  change: Exclude<ChecklistChange, { type: "checklist-item.removed" }>,
): Change | null {
  switch (change.type) {
    case "checklist-item.created": {
      const { text, isDone } = change.payload.item;
      checkUnchanged(item, { text, isDone }, aboutTask(task));
      return planChecklistItemRemove(task, item);
    }
    case "checklist-item.updated":
      checkUnchanged(item, change.payload.after, aboutTask(task));
      return planChecklistItemUpdate(task, item, defined(change.payload.before));
    case "checklist-item.moved":
      return planChecklistItemMove(task, item, freeRank(items, item.id, change.payload.before.rank));
    default:
      return assertNever(change);
  }
}
