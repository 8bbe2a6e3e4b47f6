import type { LazyModule } from "./lazy-module.ts";
import { loadUntilThere } from "./load-until-there.ts";

/** Does something with a lazy module: at once when it is there, else as soon as it can be fetched. */
export function afterLoad<Module>(part: LazyModule<Module>, act: (module: Module) => void): void {
  const module = part.loaded();
  if (module) return act(module);
  const unsubscribe = part.subscribe(() => {
    const loaded = part.loaded();
    if (!loaded) return;
    unsubscribe();
    act(loaded);
  });
  loadUntilThere(part);
}
