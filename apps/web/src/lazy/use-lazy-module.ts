"use client";

import { useEffect, useSyncExternalStore } from "react";
import type { LazyModule } from "./lazy-module.ts";
import { loadUntilThere } from "./load-until-there.ts";

/** A lazy module once it is wanted and there, else `null`; drawn anew when it arrives, and only where it is wanted. */
export function useLazyModule<Module>(part: LazyModule<Module>, isWanted = true): Module | null {
  const module = useSyncExternalStore(
    part.subscribe,
    () => (isWanted ? part.loaded() : null),
    () => null,
  );
  const isMissing = isWanted && module === null;
  useEffect(() => (isMissing ? loadUntilThere(part) : undefined), [part, isMissing]);
  return module;
}
