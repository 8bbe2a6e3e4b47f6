import type { ApiDb, ApiTx, Pool, SqlTx } from "@kanban/db-api/client";
import type { BoardId, UserId } from "@kanban/domain/ids";
import type { Actor } from "@kanban/events/actor";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import type { LoopError } from "@kanban/messaging/bridge-status";
import type { FileLimits } from "./attachment/create-attachment.ts";

export type { ApiDb, ApiTx, Pool, SqlTx };

export interface Clock {
  now(): Date;
}

/** Where defects are told; pino fits. */
export interface Log {
  error(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
}

/** Tells that a board has changed: no more than that, what happened is read from the event log. */
export interface BoardWake {
  /** Calls `listener` with a board's id after each commit on it; returns how to stop. */
  subscribe(listener: (boardId: BoardId) => void): () => void;
}

/** One call of a procedure, as it ended. Every field has few values: none names a person, a board or a task. */
export type ProcedureCall = {
  procedure: string;
  type: "query" | "mutation" | "subscription";
  /** `OK`, the code of the refusal, or tRPC's code. */
  outcome: string;
  seconds: number;
};

/** What a process gives the operations; made once, in its composition root. */
export type ApiDeps = {
  db: ApiDb;
  pool: Pool;
  clock: Clock;
  log: Log;
  wake: BoardWake;
  /** The errors that stand in the loops of this process; for the operations page. */
  loopErrors?: (() => LoopError[]) | undefined;
  /** Where files are kept, and how large they may be; absent where no operation stores any. */
  files?: { storage: FileStorage; fileLimits: FileLimits } | undefined;
  /** What secrets of mailboxes are sealed with; without it there is no mail. */
  mailKey?: string | undefined;
  /** Told of every call; for a subscription, of its beginning. */
  observe?: ((call: ProcedureCall) => void) | undefined;
};

export type Session = {
  userId: UserId;
  timeZone: string;
  /** The stored session behind the request; absent when none carries it. A live stream ends with it. */
  sessionId?: string;
};

/** What a request brings along. */
export type RequestContext = ApiDeps & {
  session: Session | null;
  /** When it has to be answered, in milliseconds of `performance.now()`; a live stream is not bound by it. */
  answerBy?: number | undefined;
};

/** The event an operation answers, when it is not a person's own request. */
export type Cause = { eventId: string; correlationId: string; depth: number };

/** Somebody with rights, whoever carries the request: what every operation works with. */
export type ActorContext = ApiDeps & { actor: Actor; cause: Cause | null };

/** The context of somebody acting by hand. */
export function actorContext(deps: ApiDeps, session: Session): ActorContext {
  return { ...deps, actor: { userId: session.userId, means: "hand", timeZone: session.timeZone }, cause: null };
}
