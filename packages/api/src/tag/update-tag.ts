import type { MutationInput } from "@kanban/domain/mutations";
import { planTagUpdate } from "@kanban/domain/plan-label";
import { refuse } from "@kanban/domain/refusal";
import { defined } from "@kanban/domain/rows";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { isTagNameTaken, lockTag, writeTag } from "./tag.repository.ts";

/** Changes a tag; NAME_TAKEN when another of the board has the new name. */
export function updateTag(ctx: ActorContext, input: MutationInput<"tag.update">) {
  return mutateBoard(ctx, "tag.update", input, async ({ tx, boardId }) => {
    const tag = (await lockTag(tx, boardId, input.tagId)) ?? refuse("TAG_NOT_FOUND");
    const change = planTagUpdate(tag, input);
    if (!change) return [];
    const { name } = change.payload.after;
    if (name !== undefined && (await isTagNameTaken(tx, boardId, tag.id, name))) refuse("NAME_TAKEN", { name });
    await writeTag(tx, tag.id, defined(change.payload.after));
    return [change];
  });
}
