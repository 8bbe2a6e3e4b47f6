"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { covers, type RowRange, rowsBetween, type Segment, segmentsOf } from "./row-window.ts";

/** A card of one line of title and one of marks, and the gap below it; real heights are measured. */
const usualHeightPx = 68;
/** Drawn beyond what is seen: enough that arrow keys and autoscroll find the next cards, few enough for any board. */
const beyondPx = 4 * usualHeightPx;
const none: RowRange = { from: 0, to: 0 };

type Options = {
  /** The rows by names that stay theirs while they move. */
  keys: readonly string[];
  scroller: RefObject<HTMLElement | null>;
  list: RefObject<HTMLElement | null>;
  /** False for a list beside the screen, of which only `kept` is drawn. */
  isNear: boolean;
  /** Rows that stay drawn wherever the list is scrolled. */
  kept: readonly number[];
};

/**
 * Which rows of a long list to draw. Rows stand in the flow with room in place of those left out, so that a wrong guess of
 * a height moves nothing that is seen: the browser anchors the scroll position on a row. Own code and not a library: the
 * usual ones weigh as much as the whole board screen.
 */
export function useRowWindow({ keys, scroller, list, isNear, kept }: Options) {
  const heights = useRef(new Map<string, number>());
  const latest = useRef(keys);
  const [range, setRange] = useState<RowRange>(() => ({
    from: 0,
    to: typeof window === "undefined" ? 0 : Math.ceil(window.innerHeight / usualHeightPx),
  }));
  const drawn = useRef(range);

  const look = useCallback(() => {
    const box = scroller.current;
    if (!box || !list.current) return;
    const rows = latest.current;
    const heightOf = (index: number) => heights.current.get(rows[index] ?? "") ?? usualHeightPx;
    const top = box.scrollTop - list.current.offsetTop;
    const bottom = top + box.clientHeight;
    // Half of what is drawn beyond may be used up before more is drawn.
    if (covers(drawn.current, rowsBetween(heightOf, rows.length, top - beyondPx / 2, bottom + beyondPx / 2))) {
      const most = rowsBetween(heightOf, rows.length, top - beyondPx * 2, bottom + beyondPx * 2);
      if (covers(most, drawn.current)) return;
    }
    const isBlank = !covers(drawn.current, rowsBetween(heightOf, rows.length, top, bottom));
    drawn.current = rowsBetween(heightOf, rows.length, top - beyondPx, bottom + beyondPx);
    // Nobody should see the list's floor between two frames.
    if (isBlank) flushSync(() => setRange(drawn.current));
    else setRange(drawn.current);
  }, [scroller, list]);

  const [sizes] = useState(() =>
    typeof ResizeObserver === "undefined"
      ? null
      : new ResizeObserver((entries) => {
          for (const { target, borderBoxSize } of entries) {
            const key = (target as HTMLElement).dataset["row"];
            const height = borderBoxSize[0]?.blockSize ?? 0;
            if (key && height > 0) heights.current.set(key, height);
          }
        }),
  );
  const measure = useCallback(
    (row: HTMLElement | null) => {
      if (row) sizes?.observe(row);
      return () => {
        if (row) sizes?.unobserve(row);
      };
    },
    [sizes],
  );

  useLayoutEffect(() => {
    latest.current = keys;
  }, [keys]);

  useEffect(() => {
    // Not in a layout effect: drawing again at once would be a second picture before the first.
    look();
  }, [keys, look]);

  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    box.addEventListener("scroll", look, { passive: true });
    const resized = new ResizeObserver(() => requestAnimationFrame(look));
    resized.observe(box);
    return () => {
      box.removeEventListener("scroll", look);
      resized.disconnect();
    };
  }, [scroller, look]);

  const heightOf = (index: number) => heights.current.get(keys[index] ?? "") ?? usualHeightPx;
  const segments: Segment[] = segmentsOf(heightOf, keys.length, isNear ? range : none, kept);
  return { segments, measure };
}
