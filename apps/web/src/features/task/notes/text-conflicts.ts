import type { BoardId, TaskId } from "@kanban/domain/ids";
import { ownerKey } from "../../auth/owner-key.ts";

/** Two texts for the same notes: what was typed here, and what stands on the server. */
export type TextConflict = { boardId: BoardId; taskId: TaskId; mine: string; theirs: string; theirsVersion: number };

let conflicts: ReadonlyMap<TaskId, TextConflict> | null = null;
const listeners = new Set<() => void>();

/** On a task that two persons share neither sees what the other has not settled. */
const storageKey = () => ownerKey("kanban-text-conflicts");

function all(): ReadonlyMap<TaskId, TextConflict> {
  if (conflicts) return conflicts;
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey()) ?? "[]") as TextConflict[];
    conflicts = new Map(stored.map((conflict) => [conflict.taskId, conflict]));
  } catch {
    conflicts = new Map();
  }
  return conflicts;
}

function become(next: ReadonlyMap<TaskId, TextConflict>): void {
  conflicts = next;
  try {
    if (next.size === 0) localStorage.removeItem(storageKey());
    else localStorage.setItem(storageKey(), JSON.stringify([...next.values()]));
  } catch {
    // Without storage an unsettled conflict lives as long as the tab.
  }
  for (const listener of listeners) listener();
}

/** Texts that wait for a person to choose. Kept on this device, so that closing the tab loses neither. */
export const textConflicts = {
  of: (taskId: TaskId): TextConflict | null => all().get(taskId) ?? null,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  add: (conflict: TextConflict): void => become(new Map(all()).set(conflict.taskId, conflict)),
  settle(taskId: TaskId): void {
    const next = new Map(all());
    if (next.delete(taskId)) become(next);
  },
  forgetAll: (): void => become(new Map()),
};
