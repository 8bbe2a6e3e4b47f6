import type { UserId } from "@kanban/domain/ids";
import type { CaptureQueueDeps } from "./capture-queue.ts";

/** Tells the other tabs of the same person to look at the disk. */
export function capturesChannel(userId: UserId): CaptureQueueDeps["channel"] {
  const channel = new BroadcastChannel(`kanban-captures-${userId}`);
  return {
    post: () => channel.postMessage("changed"),
    listen(listener) {
      channel.addEventListener("message", listener);
      return () => channel.removeEventListener("message", listener);
    },
  };
}
