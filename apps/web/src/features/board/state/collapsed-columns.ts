import type { ColumnId } from "@kanban/domain/ids";
import { createStore, useStore } from "../../store/create-store.ts";

const storageKey = "kanban.collapsed-columns";

type Collapsed = { ids: readonly string[] };

function read(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
    return Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

// Boards are drawn in the browser only, so the first read finds what was stored.
const store = createStore<Collapsed>({ ids: typeof localStorage === "undefined" ? [] : read() });

/** Collapses or expands a column in this browser. */
export function setColumnCollapsed(columnId: ColumnId, isCollapsed: boolean): void {
  const others = store.get().ids.filter((id) => id !== columnId);
  store.set({ ids: isCollapsed ? [...others, columnId] : others });
  try {
    localStorage.setItem(storageKey, JSON.stringify(store.get().ids));
  } catch {
    // A full or forbidden storage only costs remembering.
  }
}

/** The columns shown as narrow strips in this browser, of every board. */
export function collapsedColumnIds(): readonly string[] {
  return store.get().ids;
}

/** True while the column is shown as a narrow strip. */
export function useIsCollapsed(columnId: ColumnId): boolean {
  return useStore(store, ({ ids }) => ids.includes(columnId));
}
