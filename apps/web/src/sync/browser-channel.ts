import type { UserId } from "@kanban/domain/ids";
import type { TabChannel, TabMessage } from "./tab-channel.ts";

/** Talks to the other tabs of the same user. Silent outside a browser window. */
export function createBrowserChannel(userId: UserId): TabChannel {
  const channel = typeof window === "undefined" ? null : new BroadcastChannel(`kanban-sync-${userId}`);
  return {
    post: (message) => channel?.postMessage(message),
    listen(listener) {
      const onMessage = (event: MessageEvent<TabMessage>) => listener(event.data);
      channel?.addEventListener("message", onMessage);
      return () => channel?.removeEventListener("message", onMessage);
    },
  };
}
