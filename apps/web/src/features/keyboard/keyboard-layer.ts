import { createStore, useStore } from "../store/create-store.ts";
import { commandLayer } from "./command-layer.ts";
import type { CommandLayer } from "./mounted-commands.ts";

export type KeyboardLayer =
  | { kind: "sheet"; on: CommandLayer }
  | { kind: "settings" }
  /** `origin` had the focus: what is done from the palette is done to it. */
  | { kind: "palette"; origin: HTMLElement | null };

const store = createStore<{ layer: KeyboardLayer | null }>({ layer: null });

/** Closes the palette, the cheat sheet or the settings. */
export function closeKeyboardLayer(): void {
  store.set({ layer: null });
}

/** Opens the list of shortcuts, from anywhere. */
export function showCheatSheet(): void {
  store.set({ layer: { kind: "sheet", on: commandLayer() ?? "screen" } });
}

/** Opens the place where keys are changed, from anywhere. */
export function showKeyboardSettings(): void {
  store.set({ layer: { kind: "settings" } });
}

/** Opens the palette over what has the focus now. */
export function showPalette(): void {
  const origin = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  store.set({ layer: { kind: "palette", origin } });
}

/** What of the keyboard's own layers is open. */
export function useKeyboardLayer(): KeyboardLayer | null {
  return useStore(store, ({ layer }) => layer);
}
