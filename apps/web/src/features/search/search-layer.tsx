"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { useKnownBoards } from "../boards/known-boards.ts";
import { useIsSearchOpen } from "./search-overlay-state.ts";

const load = () => import("./search-overlay.tsx");
const SearchOverlay = dynamic(async () => (await load()).SearchOverlay, { ssr: false });

/** Where the search appears. Its code comes when the browser has nothing else to do, so that the key opens it at once. */
export function SearchLayer() {
  const isOpen = useIsSearchOpen();
  // Kept from the first screen on: a start without a network asks for them.
  useKnownBoards();
  const [wasOpen, setWasOpen] = useState(false);
  if (isOpen && !wasOpen) setWasOpen(true);
  useEffect(() => {
    // Safari has no idle callback; a moment later does as well.
    if (typeof requestIdleCallback !== "function") {
      const later = setTimeout(() => void load(), 2_000);
      return () => clearTimeout(later);
    }
    const idle = requestIdleCallback(() => void load(), { timeout: 5_000 });
    return () => cancelIdleCallback(idle);
  }, []);
  return wasOpen ? <SearchOverlay /> : null;
}
