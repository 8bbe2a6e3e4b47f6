"use client";

import type { Column } from "@kanban/domain/entities";
import { useScreenPart } from "../state/screen.tsx";
import { LazyComposer } from "./lazy-composer.ts";

/** The composer above a column's cards, opened by the plus in its head. */
export function TopComposer({ column }: { column: Column }) {
  const isOpen = useScreenPart(
    ({ composer }) => composer?.columnId === column.id && composer.edge === "top" && !composer.below,
  );
  if (!isOpen) return null;
  return (
    <div className="pb-1.5">
      <LazyComposer column={column} edge="top" onAdded={() => {}} />
    </div>
  );
}
