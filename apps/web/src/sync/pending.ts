import type { MutationAnswer } from "@kanban/domain/board-event";
import type { BoardId, MutationId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import type { Mutation } from "@kanban/domain/mutations";

/** A change somebody asked for, as it is kept on disk and told to other tabs. */
export type PendingMutation = {
  mutation: Mutation;
  /** When it was asked for: replaying it plans with this time, so that it gives the same each time. */
  at: Instant;
  /** The tab that asked, which is the one to tell of a refusal. */
  origin: string;
};

/** A pending mutation in a tab's memory. */
export type QueuedMutation = PendingMutation & {
  /** Set once the server has answered; it stays until the confirmed state holds what the answer said. */
  answer: { epoch: string; lastSeq: number | null } | null;
  /** Resolves when it is on disk, or when the disk has refused it. Sending waits for this. */
  stored: Promise<void>;
};

export function idOf(pending: Pick<PendingMutation, "mutation">): MutationId {
  return pending.mutation.input.mutationId;
}

export function boardOf(pending: Pick<PendingMutation, "mutation">): BoardId {
  return pending.mutation.input.boardId;
}

/** What of an answer decides when its mutation is confirmed; `lastSeq` is null when nothing had to change. */
export function settlementOf(answer: MutationAnswer): { epoch: string; lastSeq: number | null } {
  return { epoch: answer.epoch, lastSeq: answer.events.at(-1)?.seq ?? null };
}

/** The order people acted in: mutation ids sort by it. */
export function byAge(a: PendingMutation, b: PendingMutation): number {
  return idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0;
}

/** The part that can be stored and told to other tabs. */
export function keptPart({ mutation, at, origin }: PendingMutation): PendingMutation {
  return { mutation, at, origin };
}
