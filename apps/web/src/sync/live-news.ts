import type { BoardEvent } from "@kanban/domain/board-event";
import type { BoardId, TaskId, UserId } from "@kanban/domain/ids";

/** Somebody who has a board in front of them, and the tasks they have open. */
export type Watcher = { userId: UserId; taskIds: readonly TaskId[] };

/** An agent of the worker that is at a task's text, or waits to try again. */
export type Reading = { taskId: TaskId; agent: string; state: "reading" | "delayed" };

/** What the live stream tells beside the board itself. */
export type LiveNews =
  | { kind: "watchers"; boardId: BoardId; watchers: readonly Watcher[] }
  | { kind: "readings"; boardId: BoardId; readings: readonly Reading[] }
  /** The stream is lost: who looks at what, and what is read, is not known any more. */
  | { kind: "lost" }
  /** Events have just changed what this tab shows. */
  | { kind: "applied"; events: readonly BoardEvent[] };

const listeners = new Set<(news: LiveNews) => void>();

/** Calls `listener` for all news of this tab until the returned function is called. */
export function onLiveNews(listener: (news: LiveNews) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells every listener. */
export function reportLiveNews(news: LiveNews): void {
  for (const listener of listeners) listener(news);
}
