"use client";

import { useRouter } from "next/navigation";
import { showSearch } from "../search/search-overlay-state.ts";
import { CheatSheet } from "./cheat-sheet.tsx";
import { showCheatSheet } from "./cheat-sheet-state.ts";
import { useShortcuts } from "./use-shortcuts.ts";

/** The shortcuts that work on every signed-in screen, and their cheat sheet. Stands once in the frame. */
export function Keyboard() {
  const router = useRouter();
  useShortcuts({
    "show-keys": () => showCheatSheet(),
    "go-boards": () => router.push("/boards"),
    "go-today": () => router.push("/today"),
    search: () => showSearch(),
  });
  return <CheatSheet />;
}
