import type { UserId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";

const windowMs = 60_000;

export type UploadGate = {
  /** Lets an upload in and answers how to let it out again; `null` when this person has too many. */
  enter(userId: UserId): (() => void) | null;
};

/** Counts uploads of each person in this process: so many begun in a minute, so many under way at once. */
export function createUploadGate(now: () => number = () => performance.now()): UploadGate {
  const begun = new Map<UserId, number[]>();
  const underWay = new Map<UserId, number>();
  return {
    enter(userId) {
      const at = now();
      // Who has not uploaded for a minute leaves no trace.
      for (const [user, times] of begun) if (at - (times.at(-1) ?? 0) > windowMs) begun.delete(user);
      const recent = (begun.get(userId) ?? []).filter((time) => at - time <= windowMs);
      const running = underWay.get(userId) ?? 0;
      if (recent.length >= limits.uploadsPerMinute || running >= limits.uploadsAtOnce) return null;
      begun.set(userId, [...recent, at]);
      underWay.set(userId, running + 1);
      return () => {
        const left = (underWay.get(userId) ?? 1) - 1;
        if (left === 0) underWay.delete(userId);
        else underWay.set(userId, left);
      };
    },
  };
}
