"use client";

import { type PointerEvent, useRef, useState } from "react";
import { lazyModule } from "../../../lazy/lazy-module.ts";
import { useCanEdit, useScreen } from "../state/screen.tsx";
import type { Box } from "./draw-band.ts";

const drawing = lazyModule(() => import("./draw-band.ts"), { isFirst: true });

/** Choosing by a box drawn with the mouse on the empty canvas. With Ctrl, Cmd or Shift it adds to what is chosen. */
export function useRubberBand() {
  const screen = useScreen();
  const canEdit = useCanEdit();
  const [box, setBox] = useState<Box | null>(null);
  const stop = useRef<(() => void) | null>(null);

  const handlePointerDown = (event: PointerEvent<HTMLElement>) => {
    if (!canEdit) return;
    stop.current?.();
    stop.current = drawing.loaded()?.drawBand(screen, event, setBox) ?? null;
  };

  const band = box && (
    <div
      aria-hidden
      data-rubber-band
      className="pointer-events-none fixed z-20 rounded-s border border-accent bg-[color-mix(in_oklab,var(--accent)_12%,transparent)]"
      style={box}
    />
  );
  return { band, handlePointerDown };
}
