import type { MutationInput } from "@kanban/domain/mutations";
import { planTaskLinkRemove } from "@kanban/domain/plan-task-link";
import { refuse } from "@kanban/domain/refusal";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { deleteLink } from "./task-link.repository.ts";

/** Takes a link away. */
export function removeTaskLink(ctx: ActorContext, input: MutationInput<"taskLink.remove">) {
  return mutateBoard(ctx, "taskLink.remove", input, async ({ tx, boardId }) => {
    const link = (await deleteLink(tx, boardId, input.linkId)) ?? refuse("TASK_LINK_NOT_FOUND");
    return [planTaskLinkRemove(link)];
  });
}
