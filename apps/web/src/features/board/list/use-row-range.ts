"use client";

import { type RefObject, useLayoutEffect, useState } from "react";

/** Rows drawn beyond the visible ones, so that a fast hand sees no gap. */
const spare = 10;

/** Which rows of equal height are near the visible part of a scroller: `first` to `last`, `last` not included. */
export function useRowRange(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): { first: number; last: number } {
  const [range, setRange] = useState({ first: 0, last: 4 * spare });
  const hasRows = count > 0;
  useLayoutEffect(() => {
    const element = scroller.current;
    // Without rows there is no scroller; it comes with the first one.
    if (!element || !hasRows) return;
    const look = () => {
      const top = Math.floor(element.scrollTop / rowHeight);
      // In steps, so that not every pixel draws anew.
      const first = Math.max(0, Math.floor((top - spare) / spare) * spare);
      const last = first + Math.ceil(element.clientHeight / rowHeight / spare) * spare + 3 * spare;
      setRange((old) => (old.first === first && old.last === last ? old : { first, last }));
    };
    look();
    element.addEventListener("scroll", look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      resized.disconnect();
    };
  }, [scroller, rowHeight, hasRows]);
  return { first: Math.min(range.first, count), last: Math.min(range.last, count) };
}
