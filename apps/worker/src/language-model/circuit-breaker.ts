/** Faults in a row after which nobody is asked for a while. */
const faultsToOpen = 3;
const firstPauseMs = 30_000;
const longestPauseMs = 30 * 60_000;

/** Whether a model that may be down is asked. `now` in milliseconds. */
export type CircuitBreaker = {
  /** True when it may be asked now; after a pause for one probe at a time. */
  admits(now: number): boolean;
  succeeded(): void;
  failed(now: number): void;
  isOpen(now: number): boolean;
};

/**
 * Stops asking after three faults in a row, for half a minute, then doubling up to half an hour; a single probe that
 * succeeds closes it (Nygard, "Release It!").
 */
export function createCircuitBreaker(): CircuitBreaker {
  let faults = 0;
  let openUntil = 0;
  let isProbing = false;
  return {
    admits(now) {
      if (faults < faultsToOpen) return true;
      if (now < openUntil || isProbing) return false;
      isProbing = true;
      return true;
    },
    succeeded() {
      faults = 0;
      isProbing = false;
    },
    failed(now) {
      faults += 1;
      isProbing = false;
      if (faults < faultsToOpen) return;
      openUntil = now + Math.min(longestPauseMs, firstPauseMs * 2 ** (faults - faultsToOpen));
    },
    isOpen: (now) => faults >= faultsToOpen && now < openUntil,
  };
}
