import type { BoardView } from "@kanban/domain/board-view";
import type { TaskDetail } from "@kanban/domain/entities";
import type { BoardId, TaskId } from "@kanban/domain/ids";
import type { Asked, AskedInput } from "./asked-change.ts";
import type { MutationName } from "@kanban/domain/mutations";

export type BoardState = {
  status: "loading" | "ready" | "missing" | "signed-out" | "error";
  /** Confirmed state with pending changes over it; may be set while not `ready` (an old board from disk). */
  view: BoardView | null;
  error: string | null;
};

export type DetailState = {
  status: "loading" | "ready" | "missing" | "error";
  detail: TaskDetail | null;
};

export type Connection = {
  /** `live` only while the stream is open; `idle` when no board is open, so that there is nothing to be live about. */
  state: "live" | "reconnecting" | "offline" | "idle";
  /** Changes the server has not answered yet, of every board and tab. */
  queued: number;
};

/** What the hooks need; every returned state keeps its identity until it changes. */
export type SyncEngine = {
  start(): void;
  stop(): void;
  /** Loads and follows a board until released. */
  openBoard(boardId: BoardId): () => void;
  boardState(boardId: BoardId): BoardState;
  subscribeBoard(boardId: BoardId, listener: () => void): () => void;
  retryBoard(boardId: BoardId): void;
  mutate<Name extends MutationName>(boardId: BoardId, name: Name, input: AskedInput<Name>): Asked;
  /** Loads a task's bodies and keeps them until released. */
  openTask(boardId: BoardId, taskId: TaskId): () => void;
  detailState(boardId: BoardId, taskId: TaskId): DetailState;
  retryTask(boardId: BoardId, taskId: TaskId): void;
  connection(): Connection;
  subscribeConnection(listener: () => void): () => void;
  /** Resolves when every change asked for is on disk, as far as the disk takes it: then the page can go. */
  stored(): Promise<void>;
  /** Forgets everything of this user on this device. */
  wipe(): Promise<void>;
};
