import type { MouseEvent } from "react";
import { classNames } from "./class-names.ts";

/** What a row of a list is that a field above it points at: it can be pressed, and never takes the focus. */
export function optionRow({
  id,
  isActive,
  isSelected,
  onTake,
  onPoint,
}: {
  id: string;
  /** The row Enter takes. */
  isActive: boolean;
  isSelected: boolean;
  onTake: () => void;
  onPoint?: () => void;
}) {
  return {
    id,
    role: "option",
    "aria-selected": isSelected,
    // The field keeps the focus; the row only shows which one Enter takes.
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onClick: onTake,
    onPointerMove: onPoint,
    className: classNames(
      "flex min-h-7 items-center gap-2 rounded-[6px] px-2 text-sm touch:min-h-11",
      isActive && "bg-[color-mix(in_oklab,var(--ink)_7%,transparent)] forced-colors:outline",
    ),
  };
}

/** As the `ref` of the active row: shows it in its list. */
export function showRow(row: HTMLElement | null): void {
  row?.scrollIntoView({ block: "nearest" });
}
