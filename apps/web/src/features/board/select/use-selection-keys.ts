"use client";

import { useEffect } from "react";
import { isTyping } from "../../keyboard/is-typing.ts";
import { focusedColumnId } from "../focus/focused-task.ts";
import { useCanEdit, useScreen } from "../state/screen.tsx";
import { clearSelection, pruneSelection, selectAll } from "./select.ts";

const layers = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/**
 * Ctrl/Cmd+A chooses all, Esc gives all up; neither is a single letter, so neither can be turned off. The days of a
 * calendar show no selection: there is none, for nobody acts on what cannot be seen.
 */
export function useSelectionKeys(): void {
  const screen = useScreen();
  const canEdit = useCanEdit();
  useEffect(() => {
    if (!canEdit) return;
    const handle = (event: KeyboardEvent) => {
      if (screen.store.get().layout === "calendar") return;
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector(layers)) return;
      const isAll = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === "a";
      if (isAll) selectAll(screen, focusedColumnId());
      else if (event.key !== "Escape" || !clearSelection(screen)) return;
      event.preventDefault();
    };
    window.addEventListener("keydown", handle);
    return () => window.removeEventListener("keydown", handle);
  }, [screen, canEdit]);
  useEffect(() => screen.store.subscribe(prunedOn(screen)), [screen]);
}

/** Gives up hidden tasks when the filter changes, and all where days are shown; what leaves the board is the bar's to notice, which is drawn then. */
function prunedOn(screen: Parameters<typeof pruneSelection>[0]): () => void {
  let { query } = screen.store.get();
  return () => {
    const { query: now, selection, layout } = screen.store.get();
    if (layout === "calendar") clearSelection(screen);
    if (now === query) return;
    query = now;
    if (selection.ids.size > 0) pruneSelection(screen);
  };
}
