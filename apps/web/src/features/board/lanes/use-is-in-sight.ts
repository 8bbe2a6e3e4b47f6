"use client";

import { type RefObject, useEffect, useState } from "react";

/** Half a screen: a lane is drawn before it is scrolled to. */
const marginPx = 400;

/** Whether an element is in the visible part of what scrolls, or close to it. */
export function useIsInSight(ref: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>): boolean {
  const [isInSight, setInSight] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const latest = entries.at(-1);
        if (latest) setInSight(latest.isIntersecting);
      },
      { root: scroller.current, rootMargin: `${marginPx}px 0px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, scroller]);
  return isInSight;
}
