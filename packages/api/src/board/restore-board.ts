import type { ActorContext } from "../context.ts";
import { type BoardScope, mutateBoard } from "../mutate-board.ts";
import { lockDeletedAt, writeDeletedAt } from "./board.repository.ts";
import { type BoardItselfInput, boardItselfRules } from "./board-itself-input.ts";

/** Takes a board out of the trash. Nothing happens when it is not there. */
export function restoreBoard(ctx: ActorContext, input: BoardItselfInput) {
  const work = async ({ tx, boardId }: BoardScope) => {
    if ((await lockDeletedAt(tx, boardId)) === null) return [];
    await writeDeletedAt(tx, boardId, null);
    return [{ type: "board.restored" as const, payload: {} }];
  };
  return mutateBoard(ctx, "board.restore", input, work, boardItselfRules);
}
