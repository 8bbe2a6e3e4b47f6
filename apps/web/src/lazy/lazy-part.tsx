"use client";

import type { ComponentType, ReactNode } from "react";
import { lazyModule } from "./lazy-module.ts";
import { useLazyModule } from "./use-lazy-module.ts";

/**
 * A component whose script is fetched apart from the page's: `const MoveDialog = lazyPart(() =>
 * import("./move-dialog.tsx").then((module) => module.MoveDialog))`. Draws nothing until it is there; once it has been
 * fetched (idly, see `startPreloading`) it is drawn in the same frame. Mount it only when it has something to show.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { isFirst = false }: { isFirst?: boolean } = {},
): (props: Props) => ReactNode {
  const part = lazyModule(load, { isFirst });
  return function LazyPart(props: Props) {
    const Part = useLazyModule(part);
    return Part && <Part {...props} />;
  };
}
