import { keyboardStrings } from "./keyboard.strings.ts";
import type { Shortcut } from "./shortcuts.ts";

/** One shortcut: what it does and its keys. */
export function ShortcutRow({ shortcut }: { shortcut: Shortcut }) {
  return (
    <div className="flex items-baseline justify-between gap-4 py-0.5">
      <dt className="text-sm text-ink-2">{keyboardStrings.labels[shortcut.id]}</dt>
      <dd className="flex shrink-0 gap-1">
        {shortcut.caps.map((cap) => (
          <kbd key={cap} className="rounded-s border border-line-strong px-1 font-mono text-2xs font-medium text-ink-2">
            {cap}
          </kbd>
        ))}
      </dd>
    </div>
  );
}
