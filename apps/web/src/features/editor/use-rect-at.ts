"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { CaretRect } from "../../components/ui/caret-list.tsx";

/** Where the word beginning at `start` stands on the screen, kept up while things scroll; `null` start: nothing to measure. */
export function useRectAt(
  start: number | null,
  text: string,
  measureAt: (start: number) => CaretRect | null,
): CaretRect | null {
  const [rect, setRect] = useState<CaretRect | null>(null);
  const latest = useRef(measureAt);
  useEffect(() => {
    latest.current = measureAt;
  });
  useLayoutEffect(() => {
    if (start === null) return;
    const measure = () => setRect(latest.current(start));
    measure();
    addEventListener("scroll", measure, { capture: true, passive: true });
    addEventListener("resize", measure);
    return () => {
      removeEventListener("scroll", measure, { capture: true });
      removeEventListener("resize", measure);
    };
  }, [start, text]);
  return start === null ? null : rect;
}
