import type { SyncEngineDeps } from "./create-sync-engine.ts";

/** Whether the device has a network, and every moment at which trying again may help. */
export const browserNetwork: SyncEngineDeps["network"] = {
  isOnline: () => navigator.onLine,
  listen(listener) {
    // A laptop that wakes up says neither "online" nor anything else, but somebody looks at the tab.
    const onVisible = () => {
      if (document.visibilityState === "visible") listener();
    };
    window.addEventListener("online", listener);
    window.addEventListener("offline", listener);
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      window.removeEventListener("online", listener);
      window.removeEventListener("offline", listener);
      document.removeEventListener("visibilitychange", onVisible);
    };
  },
};
