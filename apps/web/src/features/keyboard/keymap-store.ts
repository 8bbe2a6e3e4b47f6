import { createStore, useStore } from "../store/create-store.ts";
import { defaultKeymap, type Keymap, presets } from "./keymap.ts";
import { type ShortcutId, shortcuts } from "./shortcuts.ts";

const keyOf = (userId: string) => `kanban.keys.${userId}`;
const store = createStore<{ userId: string | null; keymap: Keymap }>({ userId: null, keymap: defaultKeymap });

/** Reads a stored keymap and leaves out what this version does not know. */
export function parseKeymap(text: string | null): Keymap {
  try {
    const stored: unknown = JSON.parse(text ?? "null");
    if (typeof stored !== "object" || stored === null) return defaultKeymap;
    const { preset, changed } = stored as { preset?: unknown; changed?: unknown };
    const kept: Keymap["changed"] = {};
    for (const [id, keys] of Object.entries(changed ?? {})) {
      const isKnown = shortcuts.some((shortcut) => shortcut.id === id);
      if (isKnown && Array.isArray(keys))
        kept[id as ShortcutId] = keys.filter((key) => typeof key === "string" && key !== "");
    }
    return { preset: presets.find((known) => known === preset) ?? "own", changed: kept };
  } catch {
    return defaultKeymap;
  }
}

/** Makes the keys of this person count from now on. */
export function loadKeymap(userId: string): void {
  let text: string | null = null;
  try {
    text = localStorage.getItem(keyOf(userId));
  } catch {
    // Forbidden storage: the usual keys.
  }
  store.set({ userId, keymap: parseKeymap(text) });
}

/** The keys that count now. */
export function currentKeymap(): Keymap {
  return store.get().keymap;
}

/** {@link currentKeymap} for drawing. */
export function useKeymap(): Keymap {
  return useStore(store, ({ keymap }) => keymap);
}

/** Changes this person's keys in this browser. */
export function saveKeymap(keymap: Keymap): void {
  const { userId } = store.get();
  store.set({ keymap });
  try {
    if (userId) localStorage.setItem(keyOf(userId), JSON.stringify(keymap));
  } catch {
    // A full or forbidden storage only costs remembering.
  }
}

/** Forgets the keys of whoever is signed in. */
export function forgetKeymap(): void {
  const { userId } = store.get();
  store.set({ userId: null, keymap: defaultKeymap });
  try {
    if (userId) localStorage.removeItem(keyOf(userId));
  } catch {
    // Forbidden storage holds nothing.
  }
}
