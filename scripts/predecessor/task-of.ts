import type { TaskFields } from "@kanban/domain/change";
import type { TaskCard } from "@kanban/domain/entities";
import type { Rank } from "@kanban/domain/rank";
import type { TaskState } from "./board-state.ts";
import type { WantedTask } from "./wanted.ts";

/** What of a task somebody edits, beside its notes and its place. */
export function fieldsOf(task: Omit<TaskFields, "notes" | "energy" | "deferUntil">) {
  const { title, contextIds, tagIds, projectId, assigneeIds, priority, estimateMinutes } = task;
  const { waitingFor, dueAt, needsBreakdown } = task;
  return {
    ...{ title, contextIds, tagIds, projectId, assigneeIds, priority, estimateMinutes },
    ...{ waitingFor, dueAt, needsBreakdown },
  };
}

/** A task before anything has happened to it: its texts and labels are today's, for of earlier ones nothing is known. */
export function newTask(wanted: WantedTask, rank: Rank, number: number): TaskState {
  const { id, notes, place, capturedAt } = wanted;
  const card: TaskCard = {
    ...{ id, number, rank, columnId: place.columnId, ...fieldsOf(wanted) },
    ...{ energy: null, deferUntil: null, source: "import", capturedAt },
    ...{ startedAt: null, finishedAt: null, enteredColumnAt: capturedAt },
    ...{ hasNotes: notes !== "", checklistTotal: 0, checklistDone: 0, hintCount: 0, commentCount: 0 },
    ...{ attachmentCount: 0, cover: null, version: 1 },
  };
  return { card, notes, notesVersion: 0, textVersion: 1, checklist: [], archivedAt: null, deletedAt: null };
}
