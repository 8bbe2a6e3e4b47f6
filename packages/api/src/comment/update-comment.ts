import type { MutationInput } from "@kanban/domain/mutations";
import { planCommentUpdate } from "@kanban/domain/plan-comment";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { listMemberNames, writeComment } from "./comment.repository.ts";
import { needLiveComment } from "./need-live-comment.ts";

/** Rewords an own comment; whom it mentions is found anew. */
export function updateComment(ctx: ActorContext, input: MutationInput<"comment.update">) {
  return mutateBoard(ctx, "comment.update", input, async (scope) => {
    const { tx, boardId, actor, now } = scope;
    const { taskId, body } = input;
    const comment = await needLiveComment(scope, input);
    const members = await listMemberNames(tx, boardId);
    const change = planCommentUpdate({ taskId, comment, body, userId: actor.userId, members, now });
    if (!change) return [];
    await writeComment(tx, change.payload.after);
    return [change];
  });
}
