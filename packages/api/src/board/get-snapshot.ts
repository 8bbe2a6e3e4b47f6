import type { BoardSnapshot } from "@kanban/domain/board-view";
import { boardIdSchema } from "@kanban/domain/ids";
import { refuse } from "@kanban/domain/refusal";
import { z } from "zod";
import type { ActorContext } from "../context.ts";
import { findSnapshot } from "./snapshot.repository.ts";

export const snapshotInput = z.strictObject({ boardId: boardIdSchema });

/** Everything a board shows, at one seq, without the bodies of its tasks. */
export async function getSnapshot(
  ctx: ActorContext,
  { boardId }: z.output<typeof snapshotInput>,
): Promise<BoardSnapshot> {
  return (await findSnapshot(ctx.pool, boardId, ctx.actor.userId)) ?? refuse("BOARD_NOT_FOUND");
}
