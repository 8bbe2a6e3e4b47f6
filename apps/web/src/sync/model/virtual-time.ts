import type { Timers } from "../timers.ts";

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type VirtualTime = Timers & {
  /** Lets everything happen that happens within `ms`, in order, without waiting for it. */
  advance(ms: number): Promise<void>;
};

/** Time that passes only when told to. */
export function createVirtualTime(random: () => number): VirtualTime {
  let nowMs = Date.parse("2026-11-22T09:00:00.000Z");
  let turn = 0;
  let waiting: { at: number; turn: number; resolve: () => void }[] = [];
  // All promises that can go on have gone on once the event loop comes round.
  const settlePromises = () => new Promise<void>((resolve) => void setImmediate(resolve));

  return {
    now: () => nowMs,
    random,
    wait(ms, signal) {
      return new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const entry = { at: nowMs + ms, turn: (turn += 1), resolve };
        waiting.push(entry);
        signal?.addEventListener("abort", () => {
          waiting = waiting.filter((other) => other !== entry);
          resolve();
        });
      });
    },
    async advance(ms) {
      const until = nowMs + ms;
      for (;;) {
        await settlePromises();
        const [next] = waiting.toSorted((a, b) => a.at - b.at || a.turn - b.turn);
        if (!next || next.at > until) break;
        waiting = waiting.filter((other) => other !== next);
        nowMs = Math.max(nowMs, next.at);
        next.resolve();
      }
      nowMs = until;
    },
  };
}
