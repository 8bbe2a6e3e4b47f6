import { setTimeout as delay } from "node:timers/promises";

/**
 * Tries again until it succeeds: what must be done may meet faults, and busy machines. The last error is thrown, also
 * when `signal` says that nobody waits any more.
 */
export async function untilDone<Result>(
  work: () => Promise<Result>,
  { attempts = 100, signal }: { attempts?: number; signal?: AbortSignal } = {},
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || signal?.aborted) throw error;
      await delay(Math.min(1_000, 50 * attempt));
    }
  }
}
