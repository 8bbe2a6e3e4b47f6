import type { BoardId, TaskId } from "@kanban/domain/ids";
import type { Mutate } from "../../../sync/asked-change.ts";
import type { SyncRefusal } from "../../../sync/refusals.ts";
import { ownNotes } from "./own-notes.ts";
import { textConflicts } from "./text-conflicts.ts";

/** Asks to save notes that were written over `baseVersion`; a conflict is kept for the person to settle. */
export function saveNotes(
  mutate: Mutate,
  boardId: BoardId,
  taskId: TaskId,
  notes: string,
  baseVersion: number,
): SyncRefusal | null {
  ownNotes.add(taskId, notes);
  const { refused } = mutate("task.update", { taskId, notes, notesBaseVersion: baseVersion });
  if (refused?.code === "TEXT_CONFLICT") meetConflict(mutate, boardId, taskId, notes, refused.details);
  return refused;
}

/**
 * Handles TEXT_CONFLICT: where the other text is an earlier save of this tab (its version was not known here yet),
 * the newer one is saved over it; anyone else's text is put before the person.
 */
export function meetConflict(
  mutate: Mutate,
  boardId: BoardId,
  taskId: TaskId,
  mine: string,
  details: SyncRefusal["details"],
): void {
  const theirs = details["notes"];
  const theirsVersion = details["notesVersion"];
  if (typeof theirs !== "string" || typeof theirsVersion !== "number") return;
  if (ownNotes.has(taskId, theirs)) {
    mutate("task.update", { taskId, notes: mine, notesBaseVersion: theirsVersion });
    return;
  }
  textConflicts.add({ boardId, taskId, mine, theirs, theirsVersion });
}
