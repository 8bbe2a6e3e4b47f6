"use client";

import { type RefObject, useEffect, useState } from "react";

/** A half column: the next one is drawn before it is seen. */
const marginPx = 140;

/** Whether an element is on the screen or just beside it, sideways. */
export function useIsNear(ref: RefObject<HTMLElement | null>, atFirst: boolean): boolean {
  const [isNear, setNear] = useState(atFirst);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1);
        if (last) setNear(last.isIntersecting);
      },
      { root: element.parentElement, rootMargin: `0px ${marginPx}px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return isNear;
}
