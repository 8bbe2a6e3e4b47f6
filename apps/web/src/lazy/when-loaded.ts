import type { LazyModule } from "./lazy-module.ts";

/** Uses a lazy module as soon as it is there, without asking for it; returns how to end that. For effects. */
export function whenLoaded<Module>(part: LazyModule<Module>, start: (module: Module) => () => void): () => void {
  let end: (() => void) | null = null;
  const look = () => {
    const module = part.loaded();
    if (!module || end) return;
    unsubscribe();
    end = start(module);
  };
  const unsubscribe = part.subscribe(look);
  look();
  return () => {
    unsubscribe();
    end?.();
  };
}
