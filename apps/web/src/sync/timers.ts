/** Time as an argument, so that a night offline is a test of a millisecond. */
export type Timers = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms`, or as soon as `signal` is aborted; never rejects. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** 0 (inclusive) to 1. */
  random(): number;
};

export const systemTimers: Timers = {
  now: () => Date.now(),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener("abort", () => {
        clearTimeout(timer);
        resolve();
      });
    }),
  random: Math.random,
};
