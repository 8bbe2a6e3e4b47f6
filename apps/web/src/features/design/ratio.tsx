"use client";

import { useEffect, useRef, useState } from "react";
import { contrast, paintedRgb } from "./contrast.ts";

/** Measures what text in an element comes to on its background, in the theme around it. */ function useRatio() {
  const ref = useRef<HTMLSpanElement>(null);
  const [ratio, setRatio] = useState<number | null>(null);
  useEffect(() => {
    if (!ref.current) return;
    const { color, backgroundColor } = getComputedStyle(ref.current);
    setRatio(contrast(paintedRgb(color), paintedRgb(backgroundColor)));
  }, []);
  return { ref, text: ratio === null ? "" : ratio.toFixed(1) };
}

/** A colour on a surface with its measured contrast: as words, or as a mark beside them. */
export function Ratio({ ink, surface, isMark }: { ink: string; surface: string; isMark: boolean }) {
  const { ref, text } = useRatio();
  const words = isMark ? "text-ink" : "";
  return (
    <span
      ref={ref}
      data-least={isMark ? 3 : 4.5}
      style={{ color: `var(--${ink})`, background: `var(--${surface})` }}
      className="flex min-h-7 items-center gap-1.5 rounded-s px-2 text-xs"
    >
      {isMark && <i aria-hidden className="size-2.5 rounded-[3px] bg-current" />}
      <span className={words}>{text}</span>
    </span>
  );
}
