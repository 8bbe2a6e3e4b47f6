import type { TaskId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import type { ActorContext } from "../context.ts";
import { takeLeases } from "./lease.repository.ts";

/** Somebody who asks at the same moment may be quicker with the same items: then the next ones are looked for. */
const tries = 4;

/** The items this tab may clarify now, in the order it wants them: none that somebody else has in hand. */
export async function takeItems(
  ctx: ActorContext,
  { tabId, wanted }: { tabId: string; wanted: readonly TaskId[] },
): Promise<{ taken: TaskId[] }> {
  const enough = Math.min(limits.clarifyLeases, wanted.length);
  let taken: TaskId[] = [];
  for (let tried = 0; tried < tries && taken.length < enough; tried += 1) {
    const now = await takeLeases(ctx.db, { tabId, userId: ctx.actor.userId }, wanted);
    // No more than before: the others are in hand, or not there.
    if (tried > 0 && now.length <= taken.length) return { taken: now };
    taken = now;
  }
  return { taken };
}
