"use client";

import { useScreen, useScreenPart } from "../../state/screen.tsx";
import type { BulkPanel } from "../../state/screen-state.ts";

/** One list of the bar: whether it is open, and where the focus goes when it closes (to the card chosen last). */
export function useBulkPanel(panel: BulkPanel) {
  const screen = useScreen();
  const open = useScreenPart((state) => state.bulkPanel === panel);
  const onOpenChange = (isOpen: boolean) => screen.store.set({ bulkPanel: isOpen ? panel : null });
  const finalFocus = () => {
    const { head } = screen.store.get().selection;
    return document.querySelector<HTMLElement>(`article[data-task-id="${head}"]`) ?? true;
  };
  return { open, onOpenChange, finalFocus };
}
