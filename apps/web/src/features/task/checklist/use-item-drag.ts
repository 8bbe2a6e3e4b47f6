"use client";

import type { ChecklistItem } from "@kanban/domain/entities";
import type { ChecklistItemId } from "@kanban/domain/ids";
import { type PointerEvent, useState } from "react";

export type HandleProps = {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  onPointerUp: () => void;
  onPointerCancel: () => void;
};

/** Moving a checklist item by its handle with mouse, pen or finger; a line shows where it will land. */
export function useItemDrag(
  items: readonly ChecklistItem[],
  lastShown: number,
  moveTo: (item: ChecklistItem, place: number) => void,
) {
  const [drag, setDrag] = useState<{ id: ChecklistItemId; gap: number } | null>(null);

  /** The gap under the pointer: the place of the first row below it, n below the last. Items may be hidden. */
  const gapAt = (event: PointerEvent<HTMLElement>): number => {
    const rows = event.currentTarget.closest("ul")?.querySelectorAll<HTMLElement>("[data-item-id]") ?? [];
    for (const row of rows) {
      const box = row.getBoundingClientRect();
      if (event.clientY <= box.top + box.height / 2) return items.findIndex(({ id }) => id === row.dataset["itemId"]);
    }
    return items.length;
  };

  return {
    draggedId: drag?.id ?? null,
    edgeOf(index: number): "top" | "bottom" | null {
      if (!drag) return null;
      const from = items.findIndex(({ id }) => id === drag.id);
      // The gaps above and below the dragged row leave it where it is.
      if (drag.gap === from || drag.gap === from + 1) return null;
      if (drag.gap === index) return "top";
      return index === lastShown && drag.gap === items.length ? "bottom" : null;
    },
    handleProps: (item: ChecklistItem): HandleProps => ({
      onPointerDown(event) {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ id: item.id, gap: items.indexOf(item) });
      },
      onPointerMove(event) {
        if (drag?.id === item.id) setDrag({ id: item.id, gap: gapAt(event) });
      },
      onPointerUp() {
        if (drag?.id !== item.id) return;
        const from = items.indexOf(item);
        setDrag(null);
        if (from >= 0) moveTo(item, drag.gap > from ? drag.gap - 1 : drag.gap);
      },
      onPointerCancel: () => setDrag(null),
    }),
  };
}
