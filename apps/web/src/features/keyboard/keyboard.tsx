"use client";

import { useRouter } from "next/navigation";
import { lazyPart } from "../../lazy/lazy-part.tsx";
import { showCheatSheet, useIsCheatSheetOpen } from "./cheat-sheet-state.ts";
import { useShortcuts } from "./use-shortcuts.ts";

const CheatSheet = lazyPart(() => import("./cheat-sheet.tsx").then((module) => module.CheatSheet));

/** The shortcuts that work on every signed-in screen, and their cheat sheet. Stands once in the frame. */
export function Keyboard() {
  const router = useRouter();
  useShortcuts({ "show-keys": () => showCheatSheet(), "go-boards": () => router.push("/boards") });
  return useIsCheatSheetOpen() && <CheatSheet />;
}
