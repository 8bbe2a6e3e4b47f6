import type { UserId } from "@kanban/domain/ids";

/** Tabs share one session cookie: the tabs of whoever was signed in before learn that it is another's now, or theirs again. */
export function createBrowserAccounts(userId: UserId) {
  const channel = typeof window === "undefined" ? null : new BroadcastChannel("kanban-account");
  return {
    announce: () => channel?.postMessage(userId),
    listen(onOther: () => void, onSame?: () => void) {
      const onMessage = (event: MessageEvent<UserId>) => {
        if (event.data !== userId) onOther();
        else onSame?.();
      };
      channel?.addEventListener("message", onMessage);
      return () => channel?.removeEventListener("message", onMessage);
    },
  };
}
