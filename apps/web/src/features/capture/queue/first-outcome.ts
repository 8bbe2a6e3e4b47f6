import type { MutationId } from "@kanban/domain/ids";
import type { Store } from "../../store/create-store.ts";
import type { QueueState } from "./capture-queue.ts";

export type FirstOutcome = "captured" | "kept" | "refused";

/**
 * What first becomes of captures that are in the queue: the server has all of them, it has not answered and they wait on
 * this device, or none of those left is taken. Never answers for what `wasLetGo` before that.
 */
export function firstOutcome(
  store: Store<QueueState>,
  ids: readonly MutationId[],
  wasLetGo: (id: MutationId) => boolean,
): Promise<FirstOutcome> {
  return new Promise((resolve) => {
    const look = () => {
      const left = store.get().captures.filter(({ id, task }) => ids.includes(id) && !task);
      const outcome = outcomeOf(left);
      if (!outcome) return;
      stop();
      if (!ids.some(wasLetGo)) resolve(outcome);
    };
    const stop = store.subscribe(look);
    look();
  });
}

function outcomeOf(left: QueueState["captures"]): FirstOutcome | null {
  if (left.length === 0) return "captured";
  if (left.some(({ isDelayed }) => isDelayed)) return "kept";
  return left.every(({ problem }) => problem !== null) ? "refused" : null;
}
