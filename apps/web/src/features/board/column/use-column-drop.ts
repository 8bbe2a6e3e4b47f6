"use client";

import { type RefObject, useCallback } from "react";
import type { ColumnId } from "@kanban/domain/ids";
import { useDrag } from "../drag/use-drag.ts";

/** Lets a column take cards and other columns; `list` is what scrolls in it, if anything does. */
export function useColumnDrop(
  column: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  columnId: ColumnId,
): void {
  const drop = useCallback<NonNullable<Parameters<typeof useDrag>[1]>>(
    (kit, screen, element) => kit.acceptDrops(screen, element, list.current, columnId),
    [list, columnId],
  );
  useDrag(column, drop);
}
