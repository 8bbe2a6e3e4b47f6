"use client";

import { lazyPart } from "../../lazy/lazy-part.tsx";
import { useKnownBoards } from "../boards/known-boards.ts";
import { useIsSearchOpen } from "./search-overlay-state.ts";

const SearchOverlay = lazyPart(() => import("./search-overlay.tsx").then((module) => module.SearchOverlay));

/** Where the search appears over the screen. */
export function SearchLayer() {
  // Kept from the first screen on: a start without a network asks for them.
  useKnownBoards();
  return useIsSearchOpen() && <SearchOverlay />;
}
