"use client";

import { type RefObject, useCallback, useRef } from "react";

/**
 * For a button that stands in one place or in another, as "New token" does beside its title or in an empty list: when it
 * moves with the focus on it, the focus goes with it.
 */
export function useMovingButton(): {
  button: RefObject<HTMLButtonElement | null>;
  /** The `ref` of the button, wherever it stands. */
  attach: (element: HTMLButtonElement) => () => void;
} {
  const button = useRef<HTMLButtonElement>(null);
  const hadFocus = useRef(false);
  const attach = useCallback((element: HTMLButtonElement) => {
    button.current = element;
    if (hadFocus.current) element.focus();
    hadFocus.current = false;
    return () => {
      // Still on the page: what goes is let go of before it is taken away.
      hadFocus.current = document.activeElement === element;
      button.current = null;
    };
  }, []);
  return { button, attach };
}
