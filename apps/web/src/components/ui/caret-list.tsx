"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";
import { classNames } from "./class-names.ts";

export type CaretOption = { key: string; label: string; icon?: ReactNode; note?: string | undefined };
/** Where on the screen the word stands that the list completes. */
export type CaretRect = { left: number; top: number; bottom: number };

const gap = 4;

/**
 * A list of completions at the caret of a text field, which keeps the focus and points at the active row by
 * `aria-activedescendant`. In the top layer, so that no column or dialog cuts it off, yet inside of both.
 */
export function CaretList({
  id,
  label,
  options,
  active,
  rect,
  onTake,
  onPoint,
}: {
  id: string;
  label: string;
  options: readonly CaretOption[];
  active: number;
  rect: CaretRect;
  onTake: (index: number) => void;
  onPoint: (index: number) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    if (!element.matches(":popover-open")) element.showPopover();
    const { offsetWidth: width, offsetHeight: height } = element;
    const view = window.visualViewport;
    const right = view ? view.offsetLeft + view.width : window.innerWidth;
    const bottom = view ? view.offsetTop + view.height : window.innerHeight;
    const isBelow = rect.bottom + gap + height <= bottom || rect.top - gap - height < 0;
    element.style.left = `${Math.max(8, Math.min(rect.left, right - width - 8))}px`;
    element.style.top = `${isBelow ? rect.bottom + gap : rect.top - gap - height}px`;
  });
  return (
    <ul
      ref={list}
      id={id}
      popover="manual"
      role="listbox"
      aria-label={label}
      className="fixed inset-auto m-0 max-h-72 w-56 max-w-[calc(100vw-16px)] overflow-y-auto rounded-m border border-line bg-raised p-1 text-ink shadow-3"
    >
      {options.map((option, index) => (
        <li
          key={option.key}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          ref={index === active ? showRow : undefined}
          // The field keeps the focus; the row only shows which one Enter takes.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(index)}
          onPointerMove={() => onPoint(index)}
          className={classNames(
            "flex min-h-7 items-center gap-2 rounded-[6px] px-2 text-sm touch:min-h-11",
            index === active && "bg-[color-mix(in_oklab,var(--ink)_7%,transparent)] forced-colors:outline",
          )}
        >
          {option.icon && (
            <span aria-hidden className="grid size-4 shrink-0 place-items-center text-ink-3">
              {option.icon}
            </span>
          )}
          <span className="min-w-0 flex-1 truncate">{option.label}</span>
          {option.note && <span className="shrink-0 text-xs text-ink-3">{option.note}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The id of a row, for the field's `aria-activedescendant`. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

function showRow(row: HTMLElement | null): void {
  row?.scrollIntoView({ block: "nearest" });
}
