import type { ChecklistChange } from "@kanban/domain/apply-checklist-change";
import type { Change } from "@kanban/domain/change";
import type { ChecklistItem } from "@kanban/domain/entities";
import type { ChecklistItemId, TaskId } from "@kanban/domain/ids";
import { planChecklistItemMove } from "@kanban/domain/plan-checklist-item";
import { type Anchors, findGap, rankInGap } from "@kanban/domain/place";
import { evenRanks, needsRebalance, type Rank } from "@kanban/domain/rank";
import { refuse } from "@kanban/domain/refusal";
import type { BoardScope } from "../mutate-board.ts";
import { findLiveTask } from "../task/task.repository.ts";
import { countChecklist, listChecklistItems, rankChecklistAnew } from "./checklist-item.repository.ts";

/** A task on the board and its items; the task's lock makes both stay as they are until the commit. */
export async function loadChecklist({ tx, boardId }: BoardScope, taskId: TaskId) {
  const task = (await findLiveTask(tx, boardId, taskId)) ?? refuse("TASK_NOT_FOUND");
  return { task, items: await listChecklistItems(tx, taskId) };
}

/** The item of that id among a task's, or CHECKLIST_ITEM_NOT_FOUND. */
export function itemOf(items: readonly ChecklistItem[], itemId: ChecklistItemId): ChecklistItem {
  return items.find((item) => item.id === itemId) ?? refuse("CHECKLIST_ITEM_NOT_FOUND");
}

/** A rank where the anchors say; NEIGHBOURS_MOVED when they are gone. */
export function rankAmong(items: readonly ChecklistItem[], itemId: ChecklistItemId, anchors: Anchors): Rank {
  const gap = findGap(items, itemId, anchors);
  return gap === "lost" ? refuse("NEIGHBOURS_MOVED") : rankInGap(gap, items.find((item) => item.id === itemId)?.rank);
}

/**
 * Ends a change of a checklist: brings the task's counts and version in step, and, when ranks have grown long from
 * moving to and fro, ranks all items anew in the same order (as moves of their own).
 */
export async function settleChecklist({ tx }: BoardScope, taskId: TaskId, change: ChecklistChange): Promise<Change[]> {
  let { version } = change.payload;
  const changes: Change[] = [change];
  const items = await listChecklistItems(tx, taskId);
  if (items.some((item) => needsRebalance(item.rank))) {
    const ranks = evenRanks(items.length);
    for (const [index, item] of items.entries()) {
      const move = planChecklistItemMove({ id: taskId, version }, item, ranks[index]!);
      if (!move) continue;
      version = move.payload.version;
      changes.push(move);
    }
    await rankChecklistAnew(
      tx,
      taskId,
      items.map(({ id }, index) => ({ id, rank: ranks[index]! })),
    );
  }
  await countChecklist(tx, taskId, version);
  return changes;
}
