import type { BoardEvent } from "@kanban/domain/board-event";
import type { TaskId, UserId } from "@kanban/domain/ids";
import { createStore, useStore } from "../store/create-store.ts";

/** How long it is shown who changed a card: long enough to look up from what one is doing. */
const shownMs = 4_000;
/** More at once is not somebody working beside us but a board catching up. */
const mostAtOnce = 20;

const store = createStore<{ byTask: ReadonlyMap<TaskId, UserId> }>({ byTask: new Map() });

/** Takes note of what others did to tasks while this tab looked on. */
export function noteOthersChanges(events: readonly BoardEvent[], ownId: UserId): void {
  const others = events.filter(({ actor }) => actor.userId !== ownId);
  if (others.length === 0 || events.length > mostAtOnce) return;
  for (const { actor, change } of others) {
    const taskId = taskOf(change.payload);
    if (!taskId) continue;
    store.set(({ byTask }) => ({ byTask: new Map(byTask).set(taskId, actor.userId) }));
    setTimeout(() => {
      store.set(({ byTask }) => {
        const rest = new Map(byTask);
        rest.delete(taskId);
        return { byTask: rest };
      });
    }, shownMs);
  }
}

/** Who changed this card a moment ago, if it was somebody else. */
export function useOthersChange(taskId: TaskId): UserId | null {
  return useStore(store, ({ byTask }) => byTask.get(taskId) ?? null);
}

function taskOf(payload: object): TaskId | null {
  if ("taskId" in payload) return payload.taskId as TaskId;
  if ("card" in payload) return (payload.card as { id: TaskId }).id;
  return null;
}
