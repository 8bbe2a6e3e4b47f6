import { isCharacter, isMac, partsOf, strokesOf } from "./key-press.ts";

/** What the keys of this keyboard type, by their place. */
export type KeyLayout = { get: (code: string) => string | undefined };

const named: Partial<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
};
const macModifiers: Partial<Record<string, string>> = { Mod: "⌘", Ctrl: "⌃", Alt: "⌥", Shift: "⇧" };

/** What stands on the keys of a binding, one word for each press. */
export function capsOf(binding: string, layout: KeyLayout | null = null, onMac = isMac()): string[] {
  return strokesOf(binding).map((stroke) => {
    const { modifiers, key } = partsOf(stroke);
    const cap = named[key] ?? (modifiers.length > 0 ? onKey(key, layout).toUpperCase() : onKey(key, layout));
    const isNamed = !isCharacter(cap);
    const shown = isNamed ? (named[key] ?? key) : cap;
    return onMac
      ? modifiers.map((modifier) => macModifiers[modifier] ?? modifier).join("") + shown
      : [...modifiers.map((modifier) => (modifier === "Mod" ? "Ctrl" : modifier)), shown].join("+");
  });
}

/** A letter as a keyboard without Latin letters shows it; any other key is what it types. */
function onKey(key: string, layout: KeyLayout | null): string {
  const local = /^[a-z]$/u.test(key) ? layout?.get(`Key${key.toUpperCase()}`) : undefined;
  return local && /^\p{L}$/u.test(local) && !/^\p{Script=Latin}$/u.test(local) ? local : key;
}
