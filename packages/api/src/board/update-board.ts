import type { MutationInput } from "@kanban/domain/mutations";
import { planBoardUpdate } from "@kanban/domain/plan-board-update";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { getLockedBoard, writeBoard } from "./board.repository.ts";

/** Other settings of a board. */
export function updateBoard(ctx: ActorContext, input: MutationInput<"board.update">) {
  return mutateBoard(ctx, "board.update", input, async ({ tx, boardId }) => {
    const change = planBoardUpdate(await getLockedBoard(tx, boardId), input);
    if (!change) return [];
    await writeBoard(tx, boardId, change.payload.after);
    return [change];
  });
}
