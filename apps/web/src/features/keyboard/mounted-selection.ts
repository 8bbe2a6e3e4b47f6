import type { TaskId } from "@kanban/domain/ids";
import { createStore, useStore } from "../store/create-store.ts";
import type { ChosenField } from "../task/fields/choices/choice-of.ts";
import type { FieldChoice } from "../task/fields/choices/field-choice.ts";

/** The tasks chosen together on the open board, and what its selection bar can do to all of them. */
export type MountedSelection = {
  /** In board order, as they are at this moment. */
  taskIds: () => readonly TaskId[];
  choiceOf: (field: ChosenField) => FieldChoice;
  setDue: (dueAt: string | null) => void;
  clear: () => void;
};

const store = createStore<{ selection: MountedSelection | null }>({ selection: null });

/** Lets the palette act on a selection until the answer is called. */
export function mountSelection(selection: MountedSelection): () => void {
  store.set({ selection });
  return () => {
    if (store.get().selection === selection) store.set({ selection: null });
  };
}

/** What is chosen on the open board; `null` when nothing is. */
export function useMountedSelection(): MountedSelection | null {
  return useStore(store, ({ selection }) => selection);
}
