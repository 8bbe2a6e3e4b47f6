"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** The address people reach this app at; `null` while the page is made at the server, which may not know it. */
export function useOrigin(): string | null {
  return useSyncExternalStore(
    never,
    () => window.location.origin,
    () => null,
  );
}
