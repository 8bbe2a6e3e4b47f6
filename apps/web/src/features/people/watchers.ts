import type { BoardId, TaskId, UserId } from "@kanban/domain/ids";
import type { Watcher } from "../../sync/live-news.ts";
import { createStore, useStore } from "../store/create-store.ts";

const nobody: readonly Watcher[] = [];
const store = createStore<{ byBoard: ReadonlyMap<BoardId, readonly Watcher[]> }>({ byBoard: new Map() });

/** Takes over who looks at a board, as the live stream tells it. */
export function setWatchers(boardId: BoardId, watchers: readonly Watcher[]): void {
  store.set(({ byBoard }) => ({ byBoard: new Map(byBoard).set(boardId, watchers) }));
}

/** Nobody is known to look at anything: the stream that told it is lost. */
export function forgetWatchers(): void {
  if (store.get().byBoard.size > 0) store.set({ byBoard: new Map() });
}

/** Who looks at a board now, this person among them. */
export function useWatchers(boardId: BoardId): readonly Watcher[] {
  return useStore(store, ({ byBoard }) => byBoard.get(boardId) ?? nobody);
}

const noNames = "";
/** The ids of the others who have a task open, in one text, so that a card is drawn again only when they change. */
export function useWatcherIdsOf(boardId: BoardId, taskId: TaskId, ownId: UserId | null): string {
  return useStore(store, ({ byBoard }) => {
    const watchers = byBoard.get(boardId);
    if (!watchers || watchers.length < 2) return noNames;
    return watchers
      .filter(({ userId, taskIds }) => userId !== ownId && taskIds.includes(taskId))
      .map(({ userId }) => userId)
      .join(" ");
  });
}
