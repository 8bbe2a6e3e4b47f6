import type { Change } from "./change.ts";
import type { BoardId, MutationId, UserId } from "./ids.ts";
import type { Instant } from "./moment.ts";

/** A board event as clients get it, from a mutation's answer, a delta or the live stream: one shape for all three. */
export type BoardEvent = {
  /** The board's clock after this event; consecutive on a board, without gaps. */
  seq: number;
  id: string;
  mutationId: MutationId;
  actor: { userId: UserId; means: "hand" | "token" | "hint" | "demo" | "import" };
  at: Instant;
  /** Of a type this build may not know yet: check with `isChangeType`, skip what is unknown, keep counting seq. */
  change: Change;
};

/** What every mutation answers; asked again with the same id, the same answer. */
export type MutationAnswer = {
  boardId: BoardId;
  epoch: string;
  /** Empty when nothing had to change. */
  events: BoardEvent[];
};

/** What `board.delta` answers: what happened since, or that a new snapshot is needed. */
export type BoardDelta =
  | { outcome: "events"; epoch: string; seq: number; events: BoardEvent[] }
  /** Too far behind, or from another epoch. */
  | { outcome: "reset"; epoch: string; seq: number };
