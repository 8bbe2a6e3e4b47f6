import { forgetKeymap } from "./keymap-store.ts";
import { forgetRecent } from "./palette/recent.ts";
import { setSingleKeys } from "./single-keys.ts";

/** Forgets what whoever is signed in set about keys and used in the palette. */
export function forgetKeyboard(): void {
  forgetKeymap();
  forgetRecent();
  setSingleKeys(true);
}
