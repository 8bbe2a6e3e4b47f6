"use client";

import { useEffect, useRef } from "react";
import { tinykeys } from "tinykeys";
import { mayAct } from "./may-act.ts";
import { type ShortcutId, shortcuts } from "./shortcuts.ts";
import { areSingleKeysOn } from "./single-keys.ts";

/** What a shortcut does; answers `false` when it had nothing to act on, so that the browser keeps the key. */
export type ShortcutHandlers = Partial<Record<ShortcutId, () => void | false>>;

/** Listens for shortcuts while mounted. Keys never act while typing, under a dialog, or when they are turned off. */
export function useShortcuts(handlers: ShortcutHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const bindings = shortcuts.flatMap(({ id, bindings: keys }) =>
      keys.map((key) => {
        const handle = (event: KeyboardEvent) => {
          if (latest.current[id]?.() === false) return;
          // Only the first that acts: two screens never share a key.
          if (latest.current[id]) event.preventDefault();
        };
        return [key, handle] as const;
      }),
    );
    return tinykeys(window, Object.fromEntries(bindings), { ignore: (event) => !areSingleKeysOn() || !mayAct(event) });
  }, []);
}
