"use client";

import { type RefObject, useEffect } from "react";
import { loadUntilThere } from "../../../lazy/load-until-there.ts";
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
    const load = async () => {
      const { listenToTouch } = await import("./listen-to-touch.ts");
      if (!isGone) stop ??= listenToTouch(element, screen);
    };
    const giveUp = loadUntilThere({ load });
    return () => {
      isGone = true;
      giveUp();
      stop?.();
    };
  }, [board, screen, canEdit]);
}
