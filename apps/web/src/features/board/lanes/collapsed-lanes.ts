import type { BoardId } from "@kanban/domain/ids";
import type { Grouping } from "@kanban/domain/view-values";
import { createStore, useStore } from "../../store/create-store.ts";

const storageKey = "kanban.collapsed-lanes";

function read(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
    return Array.isArray(stored) ? stored.filter((key) => typeof key === "string") : [];
  } catch {
    return [];
  }
}

const store = createStore<{ keys: readonly string[] }>({ keys: typeof localStorage === "undefined" ? [] : read() });

/** A lane by its board, because "none" and the priorities are on every one. */
export type LaneName = { boardId: BoardId; grouping: Grouping; lane: string };

const keyOf = ({ boardId, grouping, lane }: LaneName) => `${boardId} ${grouping} ${lane}`;

/** Folds a lane away in this browser, or unfolds it. */
export function toggleLane(name: LaneName): void {
  const key = keyOf(name);
  const { keys } = store.get();
  store.set({ keys: keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key] });
  try {
    localStorage.setItem(storageKey, JSON.stringify(store.get().keys));
  } catch {
    // A full or forbidden storage only costs remembering.
  }
}

/** Whether a lane is folded away now. */
export function isLaneCollapsed(name: LaneName): boolean {
  return store.get().keys.includes(keyOf(name));
}

/** True while the lane shows its head alone. */
export function useIsLaneCollapsed(name: LaneName): boolean {
  const key = keyOf(name);
  return useStore(store, ({ keys }) => keys.includes(key));
}
