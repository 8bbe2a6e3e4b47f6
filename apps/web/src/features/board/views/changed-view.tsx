"use client";

import { Button } from "../../../components/ui/button.tsx";
import { showToast } from "../../../components/ui/toast.tsx";
import { useScreen } from "../state/screen.tsx";
import { openView } from "./open-view.ts";
import { useOpenedView } from "./use-opened-view.ts";
import { viewStrings } from "./view.strings.ts";

/** Says that the opened view is looked at otherwise by now, and offers both ways to make them the same. */
export function ChangedView() {
  const screen = useScreen();
  const { opened, isChanged } = useOpenedView();
  if (!opened || !isChanged) return null;
  const update = () => {
    const { query: filter, layout, grouping } = screen.store.get();
    const { refused } = screen.mutate("view.update", { viewId: opened.id, filter, layout, grouping });
    if (refused) return;
    screen.store.set({ isViewListOpen: false });
    showToast(viewStrings.updated(opened.name));
  };
  return (
    <div className="mt-1 grid gap-1.5 border-t border-line px-2 pt-2 pb-1">
      <p className="text-sm text-pretty text-ink-2">{viewStrings.changed(opened.name)}</p>
      <div className="flex gap-1.5">
        <Button onClick={update}>{viewStrings.update}</Button>
        <Button tone="quiet" onClick={() => openView(screen, opened.id)}>
          {viewStrings.reset}
        </Button>
      </div>
    </div>
  );
}
