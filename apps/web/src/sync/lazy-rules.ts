import type { mutationRules } from "./mutation-rules.ts";

export type MutationRules = typeof mutationRules;

/**
 * What an engine needs to know about mutations: how what is asked for is read, what it will do, and how pending ones are
 * replayed. All that is a fifth of the board's script and not needed to draw a board, so browsers fetch it right after.
 */
export type LazyRules = {
  loaded(): MutationRules | null;
  /** Fetches them, however often that takes. */
  fetch(): void;
  /** Calls when they have come, before anything else can be asked for. */
  subscribe(listener: () => void): () => void;
};
