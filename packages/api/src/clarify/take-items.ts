import type { TaskId } from "@kanban/domain/ids";
import type { ActorContext } from "../context.ts";
import { takeLeases } from "./lease.repository.ts";

/**
 * Looks at the same inbox before one goes away with less than there is. Every look that is beaten has found another hand
 * at work, which then has what it wanted: so many would have to ask in the same instant.
 */
const looks = 20;

/** The items this tab may clarify now, in the order it wants them: none that somebody else has in hand. */
export async function takeItems(
  ctx: ActorContext,
  { tabId, wanted }: { tabId: string; wanted: readonly TaskId[] },
): Promise<{ taken: TaskId[] }> {
  const holder = { tabId, userId: ctx.actor.userId };
  for (let look = 1; ; look++) {
    const { taken, isBeaten } = await takeLeases(ctx.db, holder, wanted);
    if (!isBeaten || look === looks) return { taken };
  }
}
