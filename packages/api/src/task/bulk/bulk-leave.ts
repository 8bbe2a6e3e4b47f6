import type { Change } from "@kanban/domain/change";
import { planBulkLeave } from "@kanban/domain/plan-task-bulk";
import { leaveColumn } from "../../column/column.repository.ts";
import type { BoardScope } from "../../mutate-board.ts";
import { cardOfTask, type StoredTask } from "../task.repository.ts";
import { countByColumn } from "./count-by-column.ts";
import { writeAllGone } from "./bulk.repository.ts";

/** Takes tasks off the board, into the archive or the trash. */
export async function bulkLeave(
  { tx, boardId, now }: BoardScope,
  tasks: readonly StoredTask[],
  kind: "archive" | "remove",
): Promise<Change[]> {
  const leaving = [...countByColumn(tasks)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [columnId, count] of leaving) await leaveColumn(tx, boardId, columnId, count);
  await writeAllGone(
    tx,
    tasks.map(({ id }) => id),
    kind === "archive" ? { archivedAt: new Date(now) } : { deletedAt: new Date(now) },
  );
  return planBulkLeave(tasks.map(cardOfTask), kind, now);
}
