import type { ChecklistChange } from "@kanban/domain/apply-checklist-change";
import type { ChecklistItem } from "@kanban/domain/entities";
import type { TaskId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import {
  planChecklistItemCreate,
  planChecklistItemMove,
  planChecklistItemRemove,
  planChecklistItemUpdate,
} from "@kanban/domain/plan-checklist-item";
import { ranksFor } from "./ranks-for.ts";
import type { WantedTask } from "./wanted.ts";

/** One change of a checklist; the task's version is known when its turn comes. */
export type ChecklistAct = { at: Instant; plan(task: { id: TaskId; version: number }): ChecklistChange };

/** Brings a checklist to what the old rows say; none when it is so. */
export function planChecklist(
  current: readonly ChecklistItem[],
  { checklist: wanted, updatedAt: taskUpdatedAt }: Pick<WantedTask, "checklist" | "updatedAt">,
): ChecklistAct[] {
  const known = new Map(current.map((item) => [item.id, item]));
  const ranks = ranksFor(
    wanted.map(({ id }) => id),
    new Map(current.map(({ id, rank }) => [id, rank])),
  );
  const acts: ChecklistAct[] = [];
  for (const { id, text, isDone, createdAt, updatedAt } of wanted) {
    const item = known.get(id);
    const rank = ranks.get(id)!;
    known.delete(id);
    if (!item) {
      acts.push({ at: createdAt, plan: (task) => planChecklistItemCreate(task, { id, text, isDone, rank }) });
      continue;
    }
    if (item.text !== text || item.isDone !== isDone)
      acts.push({ at: updatedAt, plan: (task) => planChecklistItemUpdate(task, item, { text, isDone })! });
    if (item.rank !== rank) acts.push({ at: updatedAt, plan: (task) => planChecklistItemMove(task, item, rank)! });
  }
  // Nothing says when an item was deleted: after everything else that is known, the last of them too.
  const latest = wanted.reduce<Instant>((at, { updatedAt }) => (updatedAt > at ? updatedAt : at), taskUpdatedAt);
  for (const item of known.values()) acts.push({ at: latest, plan: (task) => planChecklistItemRemove(task, item) });
  return acts;
}
