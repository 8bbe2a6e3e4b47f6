"use client";

import { type RefObject, useLayoutEffect } from "react";
import type { TaskId } from "@kanban/domain/ids";
import { isTyping } from "../../keyboard/is-typing.ts";
import { useScreen, useScreenPart } from "../state/screen.tsx";
import { requestFocus } from "./request-focus.ts";

/**
 * Gives a card the focus when it is asked for. A card that is drawn anew elsewhere (moved by any hand) keeps the focus
 * it had; a field someone types in is never left.
 */
export function useCardFocus(ref: RefObject<HTMLElement | null>, taskId: TaskId): void {
  const screen = useScreen();
  const isAsked = useScreenPart((state) => state.focusRequest === taskId);
  useLayoutEffect(() => {
    const card = ref.current;
    if (!isAsked || !card) return;
    screen.store.set({ focusRequest: null });
    if (isTyping(document.activeElement)) return;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [ref, screen, isAsked]);
  useLayoutEffect(() => {
    const card = ref.current;
    return () => {
      if (card && document.activeElement === card) requestFocus(screen, taskId);
    };
  }, [ref, screen, taskId]);
}
