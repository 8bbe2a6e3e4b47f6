"use client";

import { createStore, useStore } from "../store/create-store.ts";
import { type Density, densityCookie, parseDensity } from "./parse-density.ts";

const oneYearSeconds = 31_536_000;
const store = createStore<{ density: Density }>({
  density: typeof document === "undefined" ? "comfortable" : parseDensity(document.documentElement.dataset["density"]),
});

/** Shows the density at once and keeps it for this browser. */
export function chooseDensity(density: Density): void {
  if (density === "comfortable") delete document.documentElement.dataset["density"];
  else document.documentElement.dataset["density"] = density;
  document.cookie = `${densityCookie}=${density}; path=/; max-age=${oneYearSeconds}; samesite=lax`;
  store.set({ density });
}

/** The density in force; drawn again when another is chosen. */
export function useDensity(): Density {
  return useStore(store, ({ density }) => density);
}
