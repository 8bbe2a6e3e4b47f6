"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { lazyPart } from "../../lazy/lazy-part.tsx";
import { useSignedInUser } from "../auth/signed-in.tsx";
import { showCapture } from "../capture/capture-layer.ts";
import { boardIdInPath } from "../boards/board-path.ts";
import { clarifyPath } from "../clarify/clarify-path.ts";
import { listPath } from "../lists/list-places.ts";
import { showSearch } from "../search/search-overlay-state.ts";
import {
  closeKeyboardLayer,
  showCheatSheet,
  showKeyboardSettings,
  showPalette,
  useKeyboardLayer,
} from "./keyboard-layer.ts";
import { loadKeymap } from "./keymap-store.ts";
import { listenToKeys } from "./listen-to-keys.ts";
import { useShortcuts } from "./use-shortcuts.ts";

const Palette = lazyPart(() => import("./palette/palette.tsx").then((module) => module.Palette));
const CheatSheet = lazyPart(() => import("./cheat-sheet.tsx").then((module) => module.CheatSheet));
const KeyboardSettings = lazyPart(() =>
  import("./settings/keyboard-settings.tsx").then((module) => module.KeyboardSettings),
);

/** The commands of every signed-in screen, and the layers that show them all. Stands once in the frame. */
export function Keyboard() {
  const router = useRouter();
  const layer = useKeyboardLayer();
  const userId = useSignedInUser()?.id;
  useEffect(() => {
    if (!userId) return;
    const load = () => loadKeymap(userId);
    load();
    // Changed in another tab.
    window.addEventListener("storage", load);
    return () => window.removeEventListener("storage", load);
  }, [userId]);
  useEffect(() => listenToKeys(), []);
  useEffect(() => closeKeyboardLayer, []);
  useShortcuts({
    palette: showPalette,
    "show-keys": showCheatSheet,
    "keyboard-settings": showKeyboardSettings,
    // On a board it is the board's own, which knows its labels.
    capture: () => showCapture(),
    "go-boards": () => router.push("/boards"),
    "go-today": () => router.push("/today"),
    "go-clarify": () => router.push(clarifyPath),
    // On a board it is the board's own.
    "go-inbox": () => (boardIdInPath(location.pathname) ? false : router.push(listPath("inbox"))),
    "go-next": () => router.push(listPath("next")),
    "go-waiting": () => router.push(listPath("waiting")),
    "go-someday": () => router.push(listPath("someday")),
    "go-projects": () => router.push(listPath("projects")),
    "go-reference": () => router.push(listPath("reference")),
    "go-deferred": () => router.push(listPath("deferred")),
    "go-settings": () => router.push("/settings/appearance"),
    "search-all": () => showSearch(),
  });
  return (
    <>
      {layer?.kind === "palette" && <Palette origin={layer.origin} />}
      {layer?.kind === "sheet" && <CheatSheet on={layer.on} />}
      {layer?.kind === "settings" && <KeyboardSettings />}
    </>
  );
}
