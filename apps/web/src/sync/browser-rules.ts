import { lazyModule } from "../lazy/lazy-module.ts";
import { loadUntilThere } from "../lazy/load-until-there.ts";
import type { LazyRules } from "./lazy-rules.ts";

const rules = lazyModule(() => import("./mutation-rules.ts").then((module) => module.mutationRules), { isFirst: true });

/** The rules of mutations in a browser: first of what is fetched once the board is drawn. */
export const browserRules: LazyRules = {
  loaded: rules.loaded,
  fetch: () => void loadUntilThere(rules),
  subscribe: rules.subscribe,
};
