import type { MutationInput } from "@kanban/domain/mutations";
import { planCommentRemove } from "@kanban/domain/plan-comment";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { countComments, deleteComment } from "./comment.repository.ts";
import { needLiveComment } from "./need-live-comment.ts";

/** Deletes a comment: its author's own, or, by the board's owner, anybody's. */
export function removeComment(ctx: ActorContext, input: MutationInput<"comment.remove">) {
  return mutateBoard(ctx, "comment.remove", input, async (scope) => {
    const { tx, actor, role } = scope;
    const comment = await needLiveComment(scope, input);
    const change = planCommentRemove(input.taskId, comment, { userId: actor.userId, role });
    await deleteComment(tx, comment.id);
    await countComments(tx, input.taskId);
    return [change];
  });
}
