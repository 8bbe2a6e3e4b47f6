import type { UserId } from "@kanban/domain/ids";
import type { SyncEngineDeps } from "./create-sync-engine.ts";

/** Tabs share one session cookie: the tabs of whoever was signed in before learn that it is another's now. */
export function createBrowserAccounts(userId: UserId): SyncEngineDeps["accounts"] {
  const channel = typeof window === "undefined" ? null : new BroadcastChannel("kanban-account");
  return {
    announce: () => channel?.postMessage(userId),
    listen(onOther) {
      const onMessage = (event: MessageEvent<UserId>) => {
        if (event.data !== userId) onOther();
      };
      channel?.addEventListener("message", onMessage);
      return () => channel?.removeEventListener("message", onMessage);
    },
  };
}
