import type { MutationInput } from "@kanban/domain/mutations";
import { planTagRemove } from "@kanban/domain/plan-label";
import { refuse } from "@kanban/domain/refusal";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { deleteTag, lockTag } from "./tag.repository.ts";

/** Removes a tag from the board and from every task that has it. */
export function removeTag(ctx: ActorContext, input: MutationInput<"tag.remove">) {
  return mutateBoard(ctx, "tag.remove", input, async ({ tx, boardId }) => {
    const tag = (await lockTag(tx, boardId, input.tagId)) ?? refuse("TAG_NOT_FOUND");
    return [planTagRemove(tag, await deleteTag(tx, tag.id))];
  });
}
