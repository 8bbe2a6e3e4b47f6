import type { BoardDelta, BoardEvent, MutationAnswer } from "@kanban/domain/board-event";
import type { BoardSnapshot } from "@kanban/domain/board-view";
import type { TaskDetail } from "@kanban/domain/entities";
import type { BoardId, TaskId } from "@kanban/domain/ids";
import type { Mutation } from "@kanban/domain/mutations";
import type { Reading, Watcher } from "./live-news.ts";
import type { SyncRefusal } from "./refusals.ts";

/** Trying again may help: no network, a server that restarts, a limit of requests. */
export type Unavailable = {
  outcome: "unavailable";
  reason: string;
  retryAfterMs: number | null;
  /** The server itself failed on this request, rather than being busy or away. */
  isDefect: boolean;
};

export type SendOutcome =
  | { outcome: "answered"; answer: MutationAnswer }
  | { outcome: "refused"; refusal: SyncRefusal }
  | { outcome: "signed-out" }
  | Unavailable;

export type ReadOutcome<Value> =
  | { outcome: "read"; value: Value }
  | { outcome: "missing" }
  | { outcome: "signed-out" }
  | Unavailable;

/** The bodies of a task and the board's clock at the moment they were read. */
export type TaskBodies = { epoch: string; seq: number; detail: TaskDetail };

/** How far this browser knows a board. */
export type BoardCursor = { boardId: BoardId; since: number; epoch: string };

export type StreamMessage =
  /** What happened next on a board; consecutive with what the stream told before. */
  | { kind: "delta"; boardId: BoardId; epoch: string; events: BoardEvent[] }
  /** Too far behind, or another epoch: a new snapshot is needed. */
  | { kind: "reset"; boardId: BoardId }
  /** Deleted, or this user is no member any more. */
  | { kind: "gone"; boardId: BoardId }
  /** Who looks at the board now. */
  | { kind: "presence"; boardId: BoardId; watchers: Watcher[] }
  /** What agents are reading on the board now. */
  | { kind: "readings"; boardId: BoardId; readings: Reading[] };

export type StreamHandlers = {
  onOpen(): void;
  onMessage(message: StreamMessage): void;
  /** The stream is over, for whatever reason; it does not come back by itself. Called at most once. */
  onClose(): void;
};

/** The way to the server. No method throws or rejects: every failure is an outcome. */
export type SyncTransport = {
  send(mutation: Mutation): Promise<SendOutcome>;
  snapshot(boardId: BoardId): Promise<ReadOutcome<BoardSnapshot>>;
  delta(cursor: BoardCursor): Promise<ReadOutcome<BoardDelta>>;
  task(boardId: BoardId, taskId: TaskId): Promise<ReadOutcome<TaskBodies>>;
  /** Opens the live stream; the answer closes it (`onClose` is then not called). */
  stream(boards: readonly BoardCursor[], handlers: StreamHandlers): () => void;
};
