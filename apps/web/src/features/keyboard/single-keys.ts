import { createStore, useStore } from "../store/create-store.ts";

const storageKey = "kanban.single-keys-off";

function read(): boolean {
  try {
    return typeof localStorage === "undefined" || localStorage.getItem(storageKey) === null;
  } catch {
    return true;
  }
}

const store = createStore({ areOn: read() });

/** True while a letter alone may act (WCAG 2.1.4: there is an off switch, kept in this browser). */
export function areSingleKeysOn(): boolean {
  return store.get().areOn;
}

/** {@link areSingleKeysOn} for drawing. */
export function useAreSingleKeysOn(): boolean {
  return useStore(store, ({ areOn }) => areOn);
}

/** Turns single-key shortcuts on or off in this browser. */
export function setSingleKeys(areOn: boolean): void {
  store.set({ areOn });
  try {
    if (areOn) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, "1");
  } catch {
    // A full or forbidden storage only costs remembering.
  }
}
