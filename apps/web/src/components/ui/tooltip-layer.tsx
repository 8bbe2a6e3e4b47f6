"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Kbd } from "./kbd.tsx";
import { type ShownTooltip, watchTooltips } from "./watch-tooltips.ts";

const gapPx = 6;
const edgePx = 8;

/** Draws the tooltip of whatever control has one; stands once around the app. */
export function TooltipLayer() {
  const [shown, setShown] = useState<ShownTooltip | null>(null);
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => watchTooltips(setShown), []);
  useLayoutEffect(() => {
    if (!shown || !popup.current) return;
    const anchor = shown.anchor.getBoundingClientRect();
    const { width, height } = popup.current.getBoundingClientRect();
    const above = anchor.top - height - gapPx;
    const left = anchor.left + (anchor.width - width) / 2;
    Object.assign(popup.current.style, {
      top: `${above < edgePx ? anchor.bottom + gapPx : above}px`,
      left: `${Math.max(edgePx, Math.min(left, window.innerWidth - width - edgePx))}px`,
    });
  }, [shown]);
  if (!shown) return null;
  return createPortal(
    <div
      ref={popup}
      data-tooltip-layer
      aria-hidden
      className="fixed z-60 flex items-center gap-1.5 rounded-m bg-ink px-2 py-1 text-xs font-title whitespace-nowrap text-canvas shadow-2 forced-colors:border motion-safe:animate-[veil-in_var(--fast)_var(--ease)]"
    >
      {shown.label}
      {shown.keys && <Kbd tone="inherit">{shown.keys}</Kbd>}
    </div>,
    document.body,
  );
}
