import type { ChangeOf } from "@kanban/domain/change";
import type { BoardId, TaskId } from "@kanban/domain/ids";
import { refuse } from "@kanban/domain/refusal";
import type { ApiTx } from "../context.ts";
import { countChecklist, insertChecklistItems } from "./checklist-item.repository.ts";

/** Stores the items a task is created with and counts them on it; ID_TAKEN when an id is in use anywhere. */
export async function insertFirstItems(
  tx: ApiTx,
  boardId: BoardId,
  taskId: TaskId,
  created: readonly ChangeOf<"checklist-item.created">[],
): Promise<void> {
  const last = created.at(-1);
  if (!last) return;
  const items = created.map(({ payload }) => payload.item);
  if (!(await insertChecklistItems(tx, boardId, taskId, items))) refuse("ID_TAKEN");
  await countChecklist(tx, taskId, last.payload.version);
}
