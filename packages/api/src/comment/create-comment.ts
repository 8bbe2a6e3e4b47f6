import type { MutationInput } from "@kanban/domain/mutations";
import { planCommentCreate } from "@kanban/domain/plan-comment";
import { refuse } from "@kanban/domain/refusal";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { findLiveTask } from "../task/task.repository.ts";
import { countComments, insertComments, listMemberNames } from "./comment.repository.ts";

/** Says something about a task; members the text names as `@Name` are kept with it. */
export function createComment(ctx: ActorContext, input: MutationInput<"comment.create">) {
  return mutateBoard(ctx, "comment.create", input, async ({ tx, boardId, actor, now }) => {
    const task = (await findLiveTask(tx, boardId, input.taskId)) ?? refuse("TASK_NOT_FOUND");
    const { commentId, body } = input;
    const members = await listMemberNames(tx, boardId);
    const change = planCommentCreate({ task, commentId, body, authorId: actor.userId, members, now });
    if (!(await insertComments(tx, boardId, task.id, [change.payload.comment]))) refuse("ID_TAKEN");
    await countComments(tx, task.id);
    return [change];
  });
}
