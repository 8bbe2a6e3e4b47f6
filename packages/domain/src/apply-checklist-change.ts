import { assertNever } from "./assert-never.ts";
import type { BoardView } from "./board-view.ts";
import type { Change } from "./change.ts";
import type { ChecklistItem } from "./entities.ts";
import { patchDetail, patchTask } from "./patch-view.ts";
import { byRank } from "./rank.ts";
import { defined } from "./rows.ts";

export type ChecklistChange = Extract<Change, { type: `checklist-item.${string}` }>;

/** The board after a change to a checklist: the card counts its items, the open panel lists them. */
export function applyChecklistChange(view: BoardView, change: ChecklistChange): BoardView {
  const { taskId, version } = change.payload;
  const task = view.tasks[taskId];
  const { total, done } = countDifference(change);
  const counted = task
    ? patchTask(view, taskId, {
        version,
        checklistTotal: task.checklistTotal + total,
        checklistDone: task.checklistDone + done,
      })
    : view;
  return patchDetail(counted, taskId, (detail) => ({ checklist: changeItems(detail.checklist, change) }));
}

function countDifference(change: ChecklistChange): { total: number; done: number } {
  switch (change.type) {
    case "checklist-item.created":
      return { total: 1, done: Number(change.payload.item.isDone) };
    case "checklist-item.removed":
      return { total: -1, done: -Number(change.payload.item.isDone) };
    case "checklist-item.updated": {
      const { before, after } = change.payload;
      if (before.isDone === undefined || after.isDone === undefined) return { total: 0, done: 0 };
      return { total: 0, done: Number(after.isDone) - Number(before.isDone) };
    }
    case "checklist-item.moved":
      return { total: 0, done: 0 };
    default:
      return assertNever(change);
  }
}

/** The items of a checklist after one change, in their order. */
export function changeItems(items: readonly ChecklistItem[], change: ChecklistChange): ChecklistItem[] {
  switch (change.type) {
    case "checklist-item.created": {
      const { item } = change.payload;
      return [...items.filter((other) => other.id !== item.id), item].sort(byRank);
    }
    case "checklist-item.removed":
      return items.filter((item) => item.id !== change.payload.item.id);
    case "checklist-item.updated": {
      const { itemId, after } = change.payload;
      return items.map((item) => (item.id === itemId ? { ...item, ...defined(after) } : item));
    }
    case "checklist-item.moved": {
      const { itemId, after } = change.payload;
      return items.map((item) => (item.id === itemId ? { ...item, ...after } : item)).sort(byRank);
    }
    default:
      return assertNever(change);
  }
}
