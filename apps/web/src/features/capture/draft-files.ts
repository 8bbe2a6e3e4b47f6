import { limits } from "@kanban/domain/limits";
import { createStore, useStore } from "../store/create-store.ts";

export type DraftFile = { file: File | Blob; name: string };

/** Where what is typed into the capture dialog is kept. */
export const overlayPlace = "capture";

const none: readonly DraftFile[] = [];
const store = createStore<{ by: Readonly<Record<string, readonly DraftFile[] | undefined>> }>({ by: {} });

/** The files that are to come with the thought being written in a place; they live as long as the page. */
export function useDraftFiles(place: string): readonly DraftFile[] {
  return useStore(store, ({ by }) => by[place] ?? none);
}

/** Adds files as far as they fit; answers whether all did. */
export function addDraftFiles(place: string, files: readonly DraftFile[]): boolean {
  const all = [...(store.get().by[place] ?? none), ...files];
  setDraftFiles(place, all.slice(0, limits.capturedFiles));
  return all.length <= limits.capturedFiles;
}

export function setDraftFiles(place: string, files: readonly DraftFile[]): void {
  store.set(({ by }) => ({ by: { ...by, [place]: files } }));
}
