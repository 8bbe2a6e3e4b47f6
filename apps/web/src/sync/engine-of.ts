import type { QueryClient } from "@tanstack/react-query";
import type { UserId } from "@kanban/domain/ids";
import { createBrowserEngine } from "./browser-engine.ts";
import type { SyncEngine } from "./sync-engine-types.ts";

let current: { userId: UserId; queryClient: QueryClient; engine: SyncEngine } | null = null;

/** Resolves when what this tab's user asked for is on disk: then the page can go. */
export async function storedInThisTab(): Promise<void> {
  await current?.engine.stored();
}

/**
 * The one engine of a user in this tab: screens come and go, the engine keeps what it knows. On the server every
 * request gets its own, which never starts.
 */
export function engineOf(userId: UserId, queryClient: QueryClient): SyncEngine {
  if (current?.userId === userId && current.queryClient === queryClient) return current.engine;
  const engine = createBrowserEngine(userId, queryClient);
  if (typeof window !== "undefined") {
    current?.engine.stop();
    current = { userId, queryClient, engine };
  }
  return engine;
}
