import { type BoardView, tasksInColumn } from "../board-view.ts";
import type { Change, ChangeOf, TaskFields } from "../change.ts";
import type { TaskCard } from "../entities.ts";
import type { FlowFields } from "../flow.ts";
import type { ColumnId } from "../ids.ts";
import type { Instant } from "../moment.ts";
import { planTaskArchive, planTaskRemove, planTaskRestore } from "../plan-task-leave.ts";
import { isSame } from "../changed-fields.ts";
import type { Rank } from "../rank.ts";
import { refuse } from "../refusal.ts";
import { defined } from "../rows.ts";
import { admit, needColumn, needTask } from "../view-lookup.ts";
import { aboutTask, checkUnchanged, checkUntouched, freeRank } from "./undo-checks.ts";

/** The reason an override of a WIP limit carries when undoing brings a task back into a full column. */
const undoReason = "Undo";

/** The ranks of a column that tasks of the same undo will still come back to. */
export type ReservedRanks = (columnId: ColumnId) => readonly Rank[];

/** A new task goes into the trash, unless somebody has worked on it. */
export function invertTaskCreated(view: BoardView, { payload }: ChangeOf<"task.created">, now: Instant): Change[] {
  const task = view.tasks[payload.card.id];
  if (!task) return [];
  checkUntouched(task, payload.card);
  return [planTaskRemove(task, now)];
}

/** Fields get their values from before; labels and people that are gone stay gone. */
export function invertTaskUpdated(view: BoardView, { payload }: ChangeOf<"task.updated">): Change[] {
  const task = needTask(view, payload.taskId);
  const detail = view.details[task.id];
  const { notes, ...after } = defined(payload.after);
  checkUnchanged(task, after, aboutTask(task));
  if (notes !== undefined && detail) checkUnchanged(detail, { notes }, aboutTask(task));
  const current: Partial<TaskFields> = { ...task, notes: notes ?? "" };
  const wanted: Partial<TaskFields> = withoutGoneLabels(view, defined(payload.before));
  const fields = (Object.keys(wanted) as (keyof TaskFields)[]).filter(
    (field) => !isSame(current[field], wanted[field]),
  );
  if (fields.length === 0) return [];
  const pick = (row: Partial<TaskFields>) => Object.fromEntries(fields.map((field) => [field, row[field]]));
  return [
    {
      type: "task.updated",
      payload: { taskId: task.id, version: task.version + 1, before: pick(current), after: pick(wanted) },
    },
  ];
}

/** Back to the column and place it came from, with the dates of flow it had. */
export function invertTaskMoved(
  view: BoardView,
  { payload }: ChangeOf<"task.moved">,
  reserved: ReservedRanks,
): Change[] {
  const task = needTask(view, payload.taskId);
  const { from, to } = payload;
  if (task.columnId !== to.columnId) refuse("UNDO_CONFLICT", { ...aboutTask(task), field: "columnId" });
  const [back, left] = [needColumn(view, from.columnId), needColumn(view, to.columnId)];
  const isSideways = back.id !== left.id;
  const overrodeWip = isSideways ? admit(view, back, undoReason) : null;
  const rank = freeRank(tasksInColumn(view, back.id), task.id, from.rank, () => reserved(back.id));
  const before = flowOf(task);
  return [
    {
      type: "task.moved",
      payload: {
        taskId: task.id,
        version: task.version + 1,
        from: { columnId: left.id, kind: left.kind, rank: task.rank },
        to: { columnId: back.id, kind: back.kind, rank },
        before,
        after: isSideways ? flowBefore(view, task, payload) : before,
        overrodeWip,
      },
    },
  ];
}

/** Back on the board, where it was; nothing when somebody has brought it back already. */
export function invertTaskGone(
  view: BoardView,
  { type, payload }: ChangeOf<"task.archived"> | ChangeOf<"task.removed">,
  reserved: ReservedRanks,
): Change[] {
  if (view.tasks[payload.taskId]) return [];
  const version = view.gone[payload.taskId]?.version ?? payload.version;
  const card = { ...withoutGoneLabels(view, payload.card), version };
  const column = needColumn(view, card.columnId);
  const overrodeWip = admit(view, column, undoReason);
  const rank = freeRank(tasksInColumn(view, column.id), card.id, card.rank, () => reserved(column.id));
  const from = type === "task.archived" ? "archive" : "trash";
  const notes = view.details[card.id]?.notes ?? "";
  const wasReference = type === "task.archived" && payload.asReference === true;
  return [planTaskRestore({ card, notes, column, rank, from, wasReference, overrodeWip })];
}

/** Back into the archive or the trash, unless somebody has worked on it since. */
export function invertTaskRestored(view: BoardView, { payload }: ChangeOf<"task.restored">, now: Instant): Change[] {
  const task = view.tasks[payload.taskId];
  if (!task) return [];
  checkUntouched(task, payload.card);
  return [payload.from === "archive" ? planTaskArchive(task, now, payload.wasReference) : planTaskRemove(task, now)];
}

function withoutGoneLabels<Fields extends Partial<TaskFields>>(view: BoardView, fields: Fields): Fields {
  const { tagIds, contextIds, assigneeIds, projectId } = fields;
  return {
    ...fields,
    ...(tagIds ? { tagIds: tagIds.filter((id) => view.tags[id]) } : {}),
    ...(contextIds ? { contextIds: contextIds.filter((id) => view.contexts[id]) } : {}),
    ...(assigneeIds ? { assigneeIds: assigneeIds.filter((id) => view.members[id]) } : {}),
    ...(projectId ? { projectId: view.projects[projectId] ? projectId : null } : {}),
  };
}

function flowOf({ startedAt, finishedAt, enteredColumnAt, contextIds, waitingFor }: FlowFields): FlowFields {
  return { startedAt, finishedAt, enteredColumnAt, contextIds, waitingFor };
}

/** The dates from before the move; contexts and waiting lose what the move gave and keep what somebody gave since. */
function flowBefore(view: BoardView, task: TaskCard, { before, after }: ChangeOf<"task.moved">["payload"]): FlowFields {
  const gained = after.contextIds.filter((id) => !before.contextIds.includes(id));
  return {
    startedAt: before.startedAt,
    finishedAt: before.finishedAt,
    enteredColumnAt: before.enteredColumnAt,
    contextIds: task.contextIds.filter((id) => !gained.includes(id) && view.contexts[id]),
    waitingFor: isSame(task.waitingFor, after.waitingFor) ? before.waitingFor : task.waitingFor,
  };
}
