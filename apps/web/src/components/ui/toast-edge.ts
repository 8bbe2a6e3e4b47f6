"use client";

import { useLayoutEffect, useSyncExternalStore } from "react";

type Edge = "top" | "bottom";

let edge: Edge = "bottom";
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const moveTo = (next: Edge) => {
  edge = next;
  for (const listener of listeners) listener();
};

/** The edge of the screen at which toasts stand. */
export function useToastEdge(): Edge {
  return useSyncExternalStore(
    subscribe,
    () => edge,
    () => "bottom",
  );
}

/** While mounted, toasts stand at the head: for a screen whose foot is what one presses all the time. */
export function useToastsAtHead(): void {
  useLayoutEffect(() => {
    moveTo("top");
    return () => moveTo("bottom");
  }, []);
}
