"use client";

import { type ComponentType, type ReactNode, useSyncExternalStore } from "react";
import { lazyModule } from "./lazy-module.ts";

/**
 * As `lazyPart`, for what may stand on the screen all the time and is not missed at first: it appears when its script has
 * come by itself, and does not ask for it.
 */
export function idlePart<Props extends object>(load: () => Promise<ComponentType<Props>>): (props: Props) => ReactNode {
  const part = lazyModule(load);
  return function IdlePart(props: Props) {
    const Part = useSyncExternalStore(part.subscribe, part.loaded, () => null);
    return Part && <Part {...props} />;
  };
}
