"use client";

import { type RefObject, useEffect } from "react";
import { lazyModule } from "../../../lazy/lazy-module.ts";
import { whenLoaded } from "../../../lazy/when-loaded.ts";
import { type BoardScreen, useScreen } from "../state/screen.tsx";
import type { dragKit } from "./drag-kit.ts";

type DragKit = typeof dragKit;
const kit = lazyModule(() => import("./drag-kit.ts").then((module) => module.dragKit), { isFirst: true });

/**
 * Ties an element to dragging once the script for that is there: it comes right after the first picture, before a hand
 * can have aimed. `attach` must stay the same while what it closes over does.
 */
export function useDrag(
  ref: RefObject<HTMLElement | null>,
  attach: ((kit: DragKit, screen: BoardScreen, element: HTMLElement) => () => void) | null,
): void {
  const screen = useScreen();
  useEffect(() => {
    const element = ref.current;
    if (!element || !attach) return;
    return whenLoaded(kit, (loaded) => attach(loaded, screen, element));
  }, [ref, screen, attach]);
}
