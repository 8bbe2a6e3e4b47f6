"use client";

import { useEffect } from "react";
import { createStore, useStore } from "../store/create-store.ts";
import type { KeyLayout } from "./key-caps.ts";

const store = createStore<{ layout: KeyLayout | null; isAsked: boolean }>({ layout: null, isAsked: false });
type KeyboardApi = { getLayoutMap: () => Promise<KeyLayout> };

/** What is engraved on this keyboard, where the browser tells; `null` where it does not. */
export function useKeyLayout(): KeyLayout | null {
  useEffect(() => {
    const keyboard = (navigator as { keyboard?: KeyboardApi }).keyboard;
    if (!keyboard || store.get().isAsked) return;
    store.set({ isAsked: true });
    // Refused inside frames of others; then keys are named as they are typed.
    keyboard.getLayoutMap().then(
      (layout) => store.set({ layout }),
      () => {},
    );
  }, []);
  return useStore(store, ({ layout }) => layout);
}
