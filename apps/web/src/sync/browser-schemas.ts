import { lazyModule } from "../lazy/lazy-module.ts";
import { loadUntilThere } from "../lazy/load-until-there.ts";
import type { MutationSchemas } from "./mutation-schemas.ts";

const schemas = lazyModule(() => import("@kanban/domain/mutations"), { isFirst: true });

/** The schemas of mutations in a browser: first of what is fetched once the board is drawn. */
export const browserSchemas: MutationSchemas = {
  loaded: schemas.loaded,
  fetch: () => void loadUntilThere(schemas),
  subscribe: schemas.subscribe,
};
