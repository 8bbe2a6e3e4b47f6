"use client";

import { type RefObject, useEffect } from "react";
import { useCanEdit, useScreen } from "../state/screen.tsx";

/** Lets fingers move cards. Fetched only where there are fingers. */
export function useTouch(board: RefObject<HTMLElement | null>): void {
  const screen = useScreen();
  const canEdit = useCanEdit();
  useEffect(() => {
    const element = board.current;
    if (!element || !canEdit || !matchMedia("(any-pointer: coarse)").matches) return;
    let stop: (() => void) | null = null;
    let isGone = false;
    void import("./listen-to-touch.ts").then(({ listenToTouch }) => {
      if (!isGone) stop = listenToTouch(element, screen);
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [board, screen, canEdit]);
}
