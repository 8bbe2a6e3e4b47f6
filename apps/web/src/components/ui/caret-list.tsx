"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";
import { optionRow, showRow } from "./option-row.ts";

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
          ref={index === active ? showRow : undefined}
          {...optionRow({
            id: optionId(id, index),
            isActive: index === active,
            isSelected: index === active,
            onTake: () => onTake(index),
            onPoint: () => onPoint(index),
          })}
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
