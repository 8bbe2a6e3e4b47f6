import { limits } from "@kanban/domain/limits";

const windowMs = 60_000;

export type CaptureGate = {
  /** Lets a capture in and answers how to let it out again, or in how many seconds this token may try again. */
  enter(tokenId: string): { leave: () => void } | { retryAfter: number };
};

/** Counts captures of each token in this process: so many begun in a minute, so many under way at once. */
export function createCaptureGate(
  now: () => number = () => performance.now(),
  { perMinute, atOnce } = { perMinute: limits.capturesPerMinute as number, atOnce: limits.capturesAtOnce as number },
): CaptureGate {
  const begun = new Map<string, number[]>();
  const underWay = new Map<string, number>();
  return {
    enter(tokenId) {
      const at = now();
      // Who has not captured for a minute leaves no trace.
      for (const [token, times] of begun) if (at - (times.at(-1) ?? 0) > windowMs) begun.delete(token);
      const recent = (begun.get(tokenId) ?? []).filter((time) => at - time <= windowMs);
      if (recent.length >= perMinute)
        return { retryAfter: Math.max(1, Math.ceil(((recent[0] ?? at) + windowMs - at) / 1000)) };
      const running = underWay.get(tokenId) ?? 0;
      if (running >= atOnce) return { retryAfter: 1 };
      begun.set(tokenId, [...recent, at]);
      underWay.set(tokenId, running + 1);
      return {
        leave: () => {
          const left = (underWay.get(tokenId) ?? 1) - 1;
          if (left === 0) underWay.delete(tokenId);
          else underWay.set(tokenId, left);
        },
      };
    },
  };
}
