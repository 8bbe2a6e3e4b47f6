"use client";

import { Fragment } from "react";
import { capsOf } from "./key-caps.ts";
import { bindingsOf } from "./keymap.ts";
import { useKeymap } from "./keymap-store.ts";
import { keyboardStrings } from "./keyboard.strings.ts";
import type { Shortcut } from "./shortcuts.ts";
import { useKeyLayout } from "./use-key-layout.ts";

/** The keys of a command as they are now, each binding as the words on its keys. */
export function useCapsOf(): (shortcut: Shortcut) => string[][] {
  const keymap = useKeymap();
  const layout = useKeyLayout();
  return (shortcut) =>
    shortcut.caps ? shortcut.caps.map((cap) => [cap]) : bindingsOf(shortcut, keymap).map((key) => capsOf(key, layout));
}

/** Keys as small caps; `g then b` is read as such. */
export function Keys({ caps }: { caps: readonly (readonly string[])[] }) {
  return (
    <span className="flex shrink-0 gap-1">
      {caps.map((strokes) => (
        <span key={strokes.join(" ")} className="flex gap-0.5">
          {strokes.map((cap, index) => (
            <Fragment key={index}>
              {index > 0 && <span className="sr-only"> {keyboardStrings.andThen} </span>}
              <kbd className="rounded-s border border-line-strong px-1 font-mono text-2xs font-medium text-ink-2">
                {cap}
              </kbd>
            </Fragment>
          ))}
        </span>
      ))}
    </span>
  );
}
