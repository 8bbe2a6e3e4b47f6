import { boardIdSchema } from "@kanban/domain/ids";
import { type Pace, smallestSample } from "@kanban/domain/pace/pace";
import { z } from "zod";
import type { ActorContext } from "../context.ts";
import { getBoardClock } from "./board.repository.ts";
import { readPace } from "./pace.repository.ts";

/** How far back: older habits are other habits. */
const months = 12;

export const paceInput = z.strictObject({ boardId: boardIdSchema });

/** How long the tasks finished on a board in the last twelve months took; only their number while they are few. */
export async function getPace(ctx: ActorContext, { boardId }: z.output<typeof paceInput>): Promise<Pace> {
  await getBoardClock(ctx.db, boardId, ctx.actor.userId);
  const since = ctx.clock.now();
  since.setUTCMonth(since.getUTCMonth() - months);
  const pace = await readPace(ctx.db, boardId, since);
  return pace.finished < smallestSample ? { ...pace, quantiles: [] } : pace;
}
