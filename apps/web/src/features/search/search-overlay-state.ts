import { createStore, useStore } from "../store/create-store.ts";

const store = createStore({ isOpen: false });

/** Opens or closes the search over the screen, from anywhere. */
export function showSearch(isOpen = true): void {
  store.set({ isOpen });
}

/** True while the search lies over the screen. */
export function useIsSearchOpen(): boolean {
  return useStore(store, ({ isOpen }) => isOpen);
}
