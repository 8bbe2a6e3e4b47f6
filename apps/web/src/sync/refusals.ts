import type { Mutation } from "@kanban/domain/mutations";
import type { RefusalCode } from "@kanban/domain/refusal";

/**
 * Why a change did not happen: a refusal of the domain, or `NOT_ACCEPTED` for an input that no operation takes (over a
 * limit, malformed). Facts for the sentence a person reads stand in `details`.
 */
export type SyncRefusal = {
  code: RefusalCode | "NOT_ACCEPTED";
  details: Record<string, string | number | null>;
};

/** A change that was asked for and is not on the board any more (or never came on it). */
export type RefusedChange = {
  mutation: Mutation;
  refusal: SyncRefusal;
  /** `browser`: refused before it was queued; the caller of `useMutate` got the same refusal as its answer. */
  by: "browser" | "server";
  /** Asks for the same change again, over the board as it is now. */
  retry(): void;
  /** Lets it go. */
  discard(): void;
};

const listeners = new Set<(refused: RefusedChange) => void>();

/** Calls `listener` for every refused change of this tab until the returned function is called. */
export function onRefused(listener: (refused: RefusedChange) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells every listener; a change nobody listens for is already gone from the board. */
export function reportRefused(refused: RefusedChange): void {
  for (const listener of listeners) listener(refused);
}
