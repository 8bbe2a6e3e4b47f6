import type { ChecklistItem } from "@kanban/domain/entities";
import type { BoardId, ChecklistItemId, TaskId } from "@kanban/domain/ids";
import type { Rank } from "@kanban/domain/rank";
import type { ApiTx } from "../context.ts";

/** The items of a task from top to bottom. Its lock, which `mutateBoard` holds, keeps them as they are. */
export async function listChecklistItems(tx: ApiTx, taskId: TaskId): Promise<ChecklistItem[]> {
  return tx.$queryRaw<ChecklistItem[]>`
    SELECT id::text, text, is_done AS "isDone", rank FROM checklist_item WHERE task_id = ${taskId}::uuid ORDER BY rank`;
}

/** Stores new items; false when an id is taken. */
export async function insertChecklistItems(
  tx: ApiTx,
  boardId: BoardId,
  taskId: TaskId,
  items: readonly ChecklistItem[],
): Promise<boolean> {
  const data = items.map((item) => ({ ...item, boardId, taskId }));
  const { count } = await tx.checklistItem.createMany({ data, skipDuplicates: true });
  return count === items.length;
}

/** Writes what changes of an item. */
export async function updateChecklistItem(
  tx: ApiTx,
  itemId: ChecklistItemId,
  fields: { text?: string; isDone?: boolean; rank?: Rank },
): Promise<void> {
  await tx.checklistItem.update({ where: { id: itemId }, data: fields, select: { id: true } });
}

/** Gives every item of a task a new rank at once; passes through ranks nothing has, because they are unique meanwhile. */
export async function rankChecklistAnew(
  tx: ApiTx,
  taskId: TaskId,
  ranks: readonly { id: string; rank: Rank }[],
): Promise<void> {
  await tx.$executeRaw`UPDATE checklist_item SET rank = '~' || id::text WHERE task_id = ${taskId}::uuid`;
  await tx.$executeRaw`
    UPDATE checklist_item SET rank = r.rank FROM jsonb_to_recordset(${JSON.stringify(ranks)}::jsonb) AS r(id uuid, rank text)
    WHERE checklist_item.id = r.id AND task_id = ${taskId}::uuid`;
}

/** Deletes an item. */
export async function deleteChecklistItem(tx: ApiTx, itemId: ChecklistItemId): Promise<void> {
  await tx.checklistItem.delete({ where: { id: itemId }, select: { id: true } });
}

/** Keeps the task's version and counts in step with its items. */
export async function countChecklist(tx: ApiTx, taskId: TaskId, version: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE task SET version = ${version}::int, checklist_total = items.total, checklist_done = items.done
    FROM (SELECT count(*)::int AS total, (count(*) FILTER (WHERE is_done))::int AS done
          FROM checklist_item WHERE task_id = ${taskId}::uuid) AS items
    WHERE id = ${taskId}::uuid`;
}
