import type { BoardId } from "@kanban/domain/ids";
import { createStore, useStore } from "../store/create-store.ts";

/** Where the capture dialog was opened for; `null`: wherever its person's captures go. */
type Opening = { boardId: BoardId | null };

const store = createStore<{ opening: Opening | null }>({ opening: null });

/** Opens the capture dialog over the screen, from anywhere. */
export function showCapture(boardId: BoardId | null = null): void {
  store.set({ opening: { boardId } });
}

/** Closes it; what was typed stays. */
export function closeCapture(): void {
  store.set({ opening: null });
}

/** How the dialog is open now, if it is. */
export function useCaptureOpening(): Opening | null {
  return useStore(store, ({ opening }) => opening);
}
