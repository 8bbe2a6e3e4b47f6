import type { ChangeOf } from "@kanban/domain/change";
import type { TaskId, TaskLinkId } from "@kanban/domain/ids";
import { planTaskLinkCreate } from "@kanban/domain/plan-task-link";
import { DomainError } from "@kanban/domain/refusal";
import { lockBoard } from "../board/board.repository.ts";
import type { BoardScope } from "../mutate-board.ts";
import { findLiveTask } from "../task/task.repository.ts";
import { insertLink, listLinks } from "../task-link/task-link.repository.ts";
import { deriveId } from "./derive-id.ts";

/**
 * Puts a new task beside one it belongs to. That is a courtesy: when the other is not on this board, has left it, or has
 * as many links as it may, the capture stands alone.
 */
export async function relateTo(
  { tx, boardId }: BoardScope,
  taskId: TaskId,
  otherId: TaskId | null,
): Promise<ChangeOf<"task-link.created">[]> {
  if (otherId === null || !(await findLiveTask(tx, boardId, otherId))) return [];
  await lockBoard(tx, boardId);
  try {
    const id = deriveId(taskId, "relates to", otherId) as TaskLinkId;
    const change = planTaskLinkCreate(await listLinks(tx, boardId), {
      id,
      kind: "relates",
      fromId: taskId,
      toId: otherId,
    });
    return (await insertLink(tx, boardId, change.payload.link)) ? [change] : [];
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}
