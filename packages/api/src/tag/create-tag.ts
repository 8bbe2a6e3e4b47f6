import { limits } from "@kanban/domain/limits";
import type { MutationInput } from "@kanban/domain/mutations";
import { planTagCreate } from "@kanban/domain/plan-label";
import { refuse } from "@kanban/domain/refusal";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { countTags, insertTag, isTagNameTaken } from "./tag.repository.ts";

/** Adds a tag to the board; NAME_TAKEN when it has one of that name, whatever its case. */
export function createTag(ctx: ActorContext, input: MutationInput<"tag.create">) {
  return mutateBoard(ctx, "tag.create", input, async ({ tx, boardId }) => {
    if (await isTagNameTaken(tx, boardId, input.tagId, input.name)) refuse("NAME_TAKEN", { name: input.name });
    // Not locked: a cap of this size may be passed by the few that arrive in the same instant.
    const limit = limits.tagsPerBoard;
    if ((await countTags(tx, boardId)) >= limit) refuse("LIMIT_REACHED", { limit });
    const change = planTagCreate(input);
    if (!(await insertTag(tx, boardId, change.payload.tag))) refuse("ID_TAKEN");
    return [change];
  });
}
