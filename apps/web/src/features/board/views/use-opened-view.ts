"use client";

import type { SavedView } from "@kanban/domain/entities";
import { useBoardPart, useScreenPart } from "../state/screen.tsx";

/** The saved view that was opened, and whether the board is looked at otherwise by now. */
export function useOpenedView(): { opened: SavedView | null; isChanged: boolean } {
  const viewId = useScreenPart((state) => state.savedView);
  const opened = useBoardPart((view) => (viewId ? (view.views[viewId] ?? null) : null));
  const isChanged = useScreenPart(
    ({ query, layout, grouping }) =>
      opened !== null && (query !== opened.filter || layout !== opened.layout || grouping !== opened.grouping),
  );
  return { opened, isChanged };
}
