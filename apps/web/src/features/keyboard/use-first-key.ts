"use client";

import { capsOf } from "./key-caps.ts";
import { bindingsOf } from "./keymap.ts";
import { useKeymap } from "./keymap-store.ts";
import { shortcutOf, type ShortcutId } from "./shortcuts.ts";
import { useKeyLayout } from "./use-key-layout.ts";

/** The key that calls a command now, to be shown where the hand is; `undefined` when it has none. */
export function useFirstKey(): (id: ShortcutId) => string | undefined {
  const keymap = useKeymap();
  const layout = useKeyLayout();
  return (id) => {
    const shortcut = shortcutOf(id);
    const binding = bindingsOf(shortcut, keymap)[0];
    return shortcut.caps?.[0] ?? (binding === undefined ? undefined : capsOf(binding, layout).join(" "));
  };
}
