import type { Comment } from "@kanban/domain/entities";
import type { CommentId, TaskId } from "@kanban/domain/ids";
import { refuse } from "@kanban/domain/refusal";
import type { BoardScope } from "../mutate-board.ts";
import { findLiveTask } from "../task/task.repository.ts";
import { findComment } from "./comment.repository.ts";

/** A comment of a task that is on the board. */
export async function needLiveComment(
  { tx, boardId }: BoardScope,
  { taskId, commentId }: { taskId: TaskId; commentId: CommentId },
): Promise<Comment> {
  const task = (await findLiveTask(tx, boardId, taskId)) ?? refuse("TASK_NOT_FOUND");
  return (await findComment(tx, boardId, task.id, commentId)) ?? refuse("COMMENT_NOT_FOUND");
}
