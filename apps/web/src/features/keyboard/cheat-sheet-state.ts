import { createStore, useStore } from "../store/create-store.ts";

const store = createStore({ isOpen: false });

/** Opens or closes the list of shortcuts, from anywhere. */
export function showCheatSheet(isOpen = true): void {
  store.set({ isOpen });
}

/** True while the list of shortcuts is open. */
export function useIsCheatSheetOpen(): boolean {
  return useStore(store, ({ isOpen }) => isOpen);
}
