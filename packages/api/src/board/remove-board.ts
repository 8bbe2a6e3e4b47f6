import type { ActorContext } from "../context.ts";
import { type BoardScope, mutateBoard } from "../mutate-board.ts";
import { lockDeletedAt, writeDeletedAt } from "./board.repository.ts";
import { type BoardItselfInput, boardItselfRules } from "./board-itself-input.ts";

/** Puts a board into the trash, where only its owner sees it. Nothing happens when it is there. */
export function removeBoard(ctx: ActorContext, input: BoardItselfInput) {
  const work = async ({ tx, boardId, now }: BoardScope) => {
    if (await lockDeletedAt(tx, boardId)) return [];
    await writeDeletedAt(tx, boardId, new Date(now));
    return [{ type: "board.removed" as const, payload: { deletedAt: now } }];
  };
  return mutateBoard(ctx, "board.remove", input, work, boardItselfRules);
}
