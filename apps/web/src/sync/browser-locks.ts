import type { Locks } from "./locks.ts";

/**
 * One holder per browser where it offers locks. Pages over plain HTTP have none: there every tab works for itself,
 * which is safe because a mutation sent twice has one effect, only not thrifty.
 */
export const browserLocks: Locks = {
  async hold(name, signal, work) {
    if (!("locks" in navigator)) return work();
    try {
      await navigator.locks.request(name, { signal }, work);
    } catch (error) {
      // Stopped while waiting for its turn.
      if (!signal.aborted) throw error;
    }
  },
};
