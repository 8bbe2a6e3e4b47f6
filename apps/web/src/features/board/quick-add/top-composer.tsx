"use client";

import type { Column } from "@kanban/domain/entities";
import { useScreenPart } from "../state/screen.tsx";
import { ComposerSlot } from "./composer-slot.tsx";

/** The composer above a column's cards, opened by the plus in its head. */
export function TopComposer({ column }: { column: Column }) {
  const isOpen = useScreenPart(
    ({ composer }) => composer?.columnId === column.id && composer.edge === "top" && !composer.below,
  );
  if (!isOpen) return null;
  return (
    <div className="pb-1.5">
      <ComposerSlot column={column} edge="top" onAdded={() => {}} />
    </div>
  );
}
