"use client";

import { useSyncExternalStore } from "react";

const tickMs = 30_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const tell of listeners) tell();
  }, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * What `read` makes of the present moment, refreshed twice a minute. `read` must answer a string or a number, so that
 * only those are drawn again for whom something changed.
 */
export function useClock<Value extends string | number | null>(read: (now: number) => Value): Value {
  return useSyncExternalStore(
    subscribe,
    () => read(now),
    () => read(now),
  );
}
