import type { Mutation } from "@kanban/domain/mutations";

const listeners = new Set<(mutation: Mutation) => void>();

/** Calls `listener` for every change this tab asks for, once it is queued, until the returned function is called. */
export function onQueued(listener: (mutation: Mutation) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells every listener. */
export function reportQueued(mutation: Mutation): void {
  for (const listener of listeners) listener(mutation);
}
