import type { Priority, WaitingFor } from "@kanban/domain/entities";
import type { ChecklistItemId, ContextId, ProjectId, TagId, TaskId, UserId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import type { Keeper } from "./keeper.ts";
import type { OldBoardRows, OldChecklistItem, OldTask, TaskContext } from "./old-tables.ts";
import { dueMomentOf, instantOf } from "./old-time.ts";
import { readDuration } from "./read-duration.ts";
import type { Person, Place, WantedBoard, WantedTask } from "./wanted.ts";

const priorities: Record<string, Priority> = { LOW: "low", MEDIUM: "normal", HIGH: "high" };

type Surroundings = {
  columns: WantedBoard["columns"];
  archiveColumnIds: ReadonlySet<string>;
  contextOf(context: TaskContext): ContextId;
  tagIds: ReadonlySet<string>;
  projectIds: ReadonlySet<string>;
  owner: Person;
  people: ReadonlyMap<string, Person>;
};

/** The tasks of a board as they should be, by the time they were made; what has no place goes to `keeper`. */
export function placeTasks(old: OldBoardRows, around: Surroundings, keeper: Keeper): WantedTask[] {
  const tagsOf = Map.groupBy(
    old.taskTags.filter(({ tagId }) => around.tagIds.has(tagId)),
    ({ taskId }) => taskId,
  );
  const itemsOf = Map.groupBy(old.checklistItems, ({ taskId }) => taskId);
  return old.tasks.map((task) => {
    const keep = (row: Record<string, unknown>, reason: string) => keeper.keepColumns("Task", task.id, row, reason);
    const place = placeOf(task, around, keep);
    const column = around.columns.find(({ id }) => id === place.columnId)!;
    const isFinished = column.kind === "done";
    if (place.isArchived && isFinished && !task.isDone)
      keep({ isDone: false }, "completed before it was archived: it is finished");
    if (task.completedAt !== null && !isFinished)
      keep({ completedAt: task.completedAt }, "completed once and opened again: it is not finished");
    if (task.metadata !== null) keep({ metadata: task.metadata }, "what the predecessor's agents noted");
    const own = task.context === null ? [] : [around.contextOf(task.context)];
    const lane = place.isArchived || column.contextId === null ? [] : [column.contextId];
    return {
      id: task.id as TaskId,
      title: task.title,
      notes: task.description ?? "",
      place,
      ownerId: (around.people.get(task.ownerId) ?? around.owner).userId,
      contextIds: [...new Set([...own, ...lane])].sort(),
      tagIds: (tagsOf.get(task.id) ?? []).map(({ tagId }) => tagId as TagId).sort(),
      projectId: projectOf(task, around, keep),
      assigneeIds: assigneesOf(task, around, keep),
      priority: priorities[task.priority ?? "MEDIUM"]!,
      estimateMinutes: minutesOf(task, keep),
      waitingFor: waitingFor(task, column.kind === "waiting" && !place.isArchived),
      dueAt: dueAtOf(task, keep),
      needsBreakdown: task.needsBreakdown,
      capturedAt: instantOf(task.createdAt),
      finishedAt: isFinished ? instantOf(task.completedAt ?? task.lastMovedAt) : null,
      enteredColumnAt: instantOf(task.lastMovedAt),
      updatedAt: instantOf(task.updatedAt),
      checklist: (itemsOf.get(task.id) ?? []).toSorted(byPosition).map(itemOf),
    };
  });
}

type Keep = (row: Record<string, unknown>, reason: string) => void;

function placeOf(task: OldTask, { columns, archiveColumnIds }: Surroundings, keep: Keep): Place {
  const first = (kind: string) => columns.find((column) => column.kind === kind)!.id;
  if (archiveColumnIds.has(task.columnId)) {
    // Moved on from a done column, it counted as not done any more, and kept the time it was completed.
    return { columnId: isCompleted(task) ? first("done") : first("inbox"), isArchived: true };
  }
  const column = columns.find(({ id }) => id === task.columnId);
  if (task.isDone && column?.kind !== "done") {
    keep({ columnId: task.columnId }, "done outside of a done column: it is in one now");
    return { columnId: first("done"), isArchived: false };
  }
  if (!column) {
    keep({ columnId: task.columnId }, "its column is not on its board: it is in the inbox");
    return { columnId: first("inbox"), isArchived: false };
  }
  if (column.kind === "done" && !task.isDone) keep({ isDone: false }, "in a done column and not done: it is finished");
  return { columnId: column.id, isArchived: false };
}

function isCompleted({ isDone, completedAt }: OldTask): boolean {
  return isDone || completedAt !== null;
}

function projectOf({ projectId }: OldTask, { projectIds }: Surroundings, keep: Keep): ProjectId | null {
  if (projectId === null || projectIds.has(projectId)) return projectId as ProjectId | null;
  keep({ projectId }, "its project is not on its board");
  return null;
}

function assigneesOf({ ownerId }: OldTask, { owner, people }: Surroundings, keep: Keep): UserId[] {
  const person = people.get(ownerId);
  if (!person) keep({ ownerId }, "its owner is not there: it is the board's");
  return person && person.userId !== owner.userId ? [person.userId] : [];
}

function minutesOf({ duration }: OldTask, keep: Keep): number | null {
  if (duration === null) return null;
  const minutes = readDuration(duration);
  if (minutes === null) keep({ duration }, "a duration that is no number of minutes");
  return minutes;
}

function dueAtOf({ dueAt }: OldTask, keep: Keep): WantedTask["dueAt"] {
  if (dueAt === null) return null;
  const moment = dueMomentOf(dueAt);
  if (moment === null) keep({ dueAt }, "due outside of the calendar");
  return moment;
}

function waitingFor(task: OldTask, isWaiting: boolean): WaitingFor | null {
  if (!isWaiting && !task.waitingFor) return null;
  const since: Instant = instantOf(isWaiting ? task.lastMovedAt : task.createdAt);
  return { who: task.waitingFor ?? "", since, followUpOn: null };
}

function itemOf({ id, title, isDone, createdAt, updatedAt }: OldChecklistItem): WantedTask["checklist"][number] {
  return {
    ...{ id: id as ChecklistItemId, text: title, isDone },
    ...{ createdAt: instantOf(createdAt), updatedAt: instantOf(updatedAt) },
  };
}

function byPosition(a: OldChecklistItem, b: OldChecklistItem): number {
  return a.position - b.position || (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0);
}
