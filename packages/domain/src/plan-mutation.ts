import { assertNever } from "./assert-never.ts";
import { applyChange } from "./apply-change.ts";
import { type BoardView, orderedColumns, tasksInColumn } from "./board-view.ts";
import type { Change } from "./change.ts";
import { planClarifyOnView } from "./clarify/plan-clarify-on-view.ts";
import { onDraft } from "./draft-view.ts";
import type { TaskCard } from "./entities.ts";
import type { TaskId } from "./ids.ts";
import type { Instant } from "./moment.ts";
import type { Mutation, MutationInput } from "./mutations.ts";
import { planAttachmentRemove, planAttachmentRename, planAttachmentRestore, planCover } from "./plan-attachment.ts";
import { planBoardUpdate } from "./plan-board-update.ts";
import {
  planChecklistItemCreate,
  planChecklistItemMove,
  planChecklistItemRemove,
  planChecklistItemUpdate,
} from "./plan-checklist-item.ts";
import { planCommentCreate, planCommentRemove, planCommentUpdate } from "./plan-comment.ts";
import { planTaskToItem } from "./plan-conversion.ts";
import { planColumnCreate, planColumnMove, planColumnRemove, planColumnUpdate } from "./plan-column.ts";
import { planBulkOnView } from "./plan-task-bulk-on-view.ts";
import { planHintApply, planHintDismiss } from "./hint/plan-hint.ts";
import {
  checkNameIsFree,
  planContextCreate,
  planContextRemove,
  planContextUpdate,
  planProjectCreate,
  planProjectRemove,
  planProjectUpdate,
  planTagCreate,
  planTagRemove,
  planTagUpdate,
} from "./plan-label.ts";
import { numberWhilePending, planFirstItems, planTaskCreate } from "./plan-task-create.ts";
import { planTaskArchive, planTaskRemove, planTaskRestore } from "./plan-task-leave.ts";
import { planTaskLinkCreate, planTaskLinkRemove } from "./plan-task-link.ts";
import { planTaskMerge } from "./plan-task-merge.ts";
import { planTaskMove } from "./plan-task-move.ts";
import { planTaskUpdate } from "./plan-task-update.ts";
import { refuse } from "./refusal.ts";
import { planUndo } from "./undo/plan-undo.ts";
import {
  admit,
  findAttachment,
  need,
  needAttachment,
  needColumn,
  needComment,
  needHint,
  needHintedLabel,
  needItem,
  needTask,
  needTaskWithNotes,
  needRank,
  rankOnArrival,
} from "./view-lookup.ts";

/*
 * What a mutation will do to a board as this browser knows it: the same planners as the server's operations, fed from
 * the view instead of the database. One case per mutation, which is why this file is long.
 */

/** The changes a mutation makes on `view`; throws a DomainError where the server would refuse as far as the view tells. */
export function planMutation(view: BoardView, mutation: Mutation, now: Instant): Change[] {
  if (view.role === "viewer") refuse("READ_ONLY");
  const change = planOne(view, mutation, now);
  return Array.isArray(change) ? change : change ? [change] : [];
}

/** The view after a mutation; throws as {@link planMutation} does. */
export function applyMutation(view: BoardView, mutation: Mutation, now: Instant): BoardView {
  const changes = planMutation(view, mutation, now);
  return onDraft(view, changes.length, (draft) => changes.reduce(applyChange, draft));
}

function tasksWith(view: BoardView, has: (task: TaskCard) => boolean): TaskCard[] {
  return Object.values<TaskCard>(view.tasks).filter(has);
}

function planOne(view: BoardView, { name, input }: Mutation, now: Instant): Change | Change[] | null {
  switch (name) {
    case "board.update":
      return planBoardUpdate(view.board, input, now);
    case "board.undo":
      // What this view does not remember the server's log will.
      return planUndo(
        view,
        input.undoes.flatMap((id) => view.history[id] ?? []),
        now,
      );

    case "column.create":
      return planColumnCreate(input, needRank(orderedColumns(view), input.columnId, input));
    case "column.update":
      return planColumnUpdate(needColumn(view, input.columnId), input);
    case "column.move": {
      const column = needColumn(view, input.columnId);
      return planColumnMove(column, needRank(orderedColumns(view), input.columnId, input));
    }
    case "column.remove": {
      const tasks = tasksInColumn(view, input.columnId).length;
      return planColumnRemove(needColumn(view, input.columnId), tasks, Object.keys(view.columns).length);
    }

    case "task.create":
      return planCreateOnView(view, input, now);
    case "task.update":
      return planTaskUpdate(needTaskWithNotes(view, input.taskId), input);
    case "task.move":
      return planMoveOnView(view, input, now);
    case "task.archive":
      return planTaskArchive(needTask(view, input.taskId), now, input.asReference);
    case "task.remove":
      return planTaskRemove(needTask(view, input.taskId), now);
    case "task.restore":
      return planRestoreOnView(view, input);
    case "task.clarify":
      return planClarifyOnView(view, input, now);
    case "task.merge":
      return planMergeOnView(view, input, now);
    case "task.bulk":
      return planBulkOnView(view, input, now);

    case "checklistItem.create": {
      const rank = needRank(view.details[input.taskId]?.checklist ?? [], input.itemId, input);
      const item = { id: input.itemId, text: input.text, isDone: input.isDone, rank };
      return planChecklistItemCreate(needTask(view, input.taskId), item);
    }
    case "checklistItem.update": {
      const item = needItem(view, input.taskId, input.itemId);
      return planChecklistItemUpdate(needTask(view, input.taskId), item, input);
    }
    case "checklistItem.move": {
      const item = needItem(view, input.taskId, input.itemId);
      const rank = needRank(view.details[input.taskId]?.checklist ?? [], input.itemId, input);
      return planChecklistItemMove(needTask(view, input.taskId), item, rank);
    }
    case "checklistItem.remove":
      return planChecklistItemRemove(needTask(view, input.taskId), needItem(view, input.taskId, input.itemId));

    case "checklistItem.toTask":
      return planItemToTaskOnView(view, input, now);
    case "task.toChecklistItem": {
      const items = view.details[input.otherTaskId]?.checklist ?? [];
      const { taskId, otherTaskId, itemId } = input;
      const [task, other] = [needTask(view, taskId), needTask(view, otherTaskId)];
      return planTaskToItem({ task, other, itemId, rank: needRank(items, itemId, {}), now });
    }

    case "comment.create": {
      const { commentId, body } = input;
      const [authorId, members] = [view.userId, Object.values(view.members)];
      return planCommentCreate({ task: needTask(view, input.taskId), commentId, body, authorId, members, now });
    }
    case "comment.update": {
      const { taskId, body } = input;
      const comment = needComment(view, needTask(view, taskId).id, input.commentId);
      const [userId, members] = [view.userId, Object.values(view.members)];
      return planCommentUpdate({ taskId, comment, body, userId, members, now });
    }
    case "comment.remove": {
      const task = needTask(view, input.taskId);
      return planCommentRemove(task.id, needComment(view, task.id, input.commentId), view);
    }

    case "taskLink.create": {
      const { linkId: id, kind, taskId, otherTaskId } = input;
      const link = { id, kind, fromId: needTask(view, taskId).id, toId: needTask(view, otherTaskId).id };
      return planTaskLinkCreate(Object.values(view.links), link);
    }
    case "taskLink.remove":
      return planTaskLinkRemove(need(view.links, input.linkId, "TASK_LINK_NOT_FOUND"));

    case "attachment.rename":
      return planAttachmentRename(
        needTask(view, input.taskId),
        needAttachment(view, input.taskId, input.attachmentId),
        input.name,
      );
    case "attachment.remove":
      return planAttachmentRemove(
        needTask(view, input.taskId),
        needAttachment(view, input.taskId, input.attachmentId),
        now,
      );
    case "attachment.restore":
      return planAttachmentRestore(
        needTask(view, input.taskId),
        findAttachment(view, input.taskId, input.attachmentId),
      );
    case "attachment.setCover": {
      const { taskId, attachmentId } = input;
      return planCover(needTask(view, taskId), attachmentId && needAttachment(view, taskId, attachmentId));
    }

    case "tag.create":
      checkNameIsFree(Object.values(view.tags), input.tagId, input.name);
      return planTagCreate(input);
    case "tag.update":
      if (input.name) checkNameIsFree(Object.values(view.tags), input.tagId, input.name);
      return planTagUpdate(need(view.tags, input.tagId, "TAG_NOT_FOUND"), input);
    case "tag.remove":
      return planTagRemove(
        need(view.tags, input.tagId, "TAG_NOT_FOUND"),
        tasksWith(view, (task) => task.tagIds.includes(input.tagId)),
      );
    case "context.create":
      checkNameIsFree(Object.values(view.contexts), input.contextId, input.name);
      return planContextCreate(input);
    case "context.update":
      checkNameIsFree(Object.values(view.contexts), input.contextId, input.name);
      return planContextUpdate(need(view.contexts, input.contextId, "CONTEXT_NOT_FOUND"), input.name);
    case "context.remove":
      return planContextRemove(
        need(view.contexts, input.contextId, "CONTEXT_NOT_FOUND"),
        tasksWith(view, (task) => task.contextIds.includes(input.contextId)),
        orderedColumns(view).filter((column) => column.contextId === input.contextId),
      );
    case "project.create":
      checkNameIsFree(Object.values(view.projects), input.projectId, input.name);
      return planProjectCreate(input);
    case "project.update":
      if (input.name) checkNameIsFree(Object.values(view.projects), input.projectId, input.name);
      return planProjectUpdate(need(view.projects, input.projectId, "PROJECT_NOT_FOUND"), input);
    case "project.remove":
      return planProjectRemove(
        need(view.projects, input.projectId, "PROJECT_NOT_FOUND"),
        tasksWith(view, (task) => task.projectId === input.projectId),
      );

    case "hint.apply": {
      const { hints = [], checklist = [] } = view.details[input.taskId] ?? {};
      const hint = needHint(view, input.taskId, input.hintId);
      needHintedLabel(view, input.value ?? hint.value);
      return planHintApply({ task: needTaskWithNotes(view, input.taskId), checklist, hint, hints, input, now });
    }
    case "hint.dismiss":
      return planHintDismiss(needHint(view, input.taskId, input.hintId));
    default:
      return assertNever(name);
  }
}

const noBodies = { notes: "", checklist: [], comments: [], attachments: [] };

function planCreateOnView(view: BoardView, input: MutationInput<"task.create">, now: Instant): Change[] {
  const column = needColumn(view, input.columnId);
  // The browser always names the task; the mutation id stands in for outside clients, as on the server.
  const taskId = input.taskId ?? (input.mutationId as string as TaskId);
  const overrodeWip = admit(view, column, input.overrideWip?.reason);
  const rank = rankOnArrival(view, column, taskId, input);
  const created = planTaskCreate({ taskId, number: numberWhilePending, column, rank, input, overrodeWip, now });
  return [created, ...planFirstItems(created.payload.card, input.checklist)];
}

function planMoveOnView(view: BoardView, input: MutationInput<"task.move">, now: Instant): Change | null {
  const task = needTask(view, input.taskId);
  const from = needColumn(view, task.columnId);
  const to = needColumn(view, input.toColumnId);
  const isThere = from.id === to.id;
  const overrodeWip = isThere ? null : admit(view, to, input.overrideWip?.reason);
  const rank = isThere ? needRank(tasksInColumn(view, to.id), task.id, input) : rankOnArrival(view, to, task.id, input);
  return planTaskMove({ task, from, to, rank, overrodeWip, now });
}

function planRestoreOnView(view: BoardView, input: MutationInput<"task.restore">): Change | null {
  const left = view.gone[input.taskId];
  // Gone before this view was loaded: the server knows the card, its event will bring it.
  if (!left) return null;
  const card = withoutRemovedLabels(view, left);
  const column = needColumn(view, card.columnId);
  const overrodeWip = admit(view, column, input.overrideWip?.reason);
  const rank = rankOnArrival(view, column, card.id, {});
  return planTaskRestore({ card, notes: "", column, rank, from: "trash", overrodeWip });
}

/** Labels removed while the task was gone do not come back with it. */
function withoutRemovedLabels(view: BoardView, card: TaskCard): TaskCard {
  return {
    ...card,
    tagIds: card.tagIds.filter((id) => view.tags[id]),
    contextIds: card.contextIds.filter((id) => view.contexts[id]),
    projectId: card.projectId && view.projects[card.projectId] ? card.projectId : null,
  };
}

function planMergeOnView(view: BoardView, input: MutationInput<"task.merge">, now: Instant): Change[] {
  const merged = (id: TaskId) => ({ card: needTask(view, id), detail: view.details[id] ?? noBodies });
  const [task, into] = [merged(input.taskId), merged(input.otherTaskId)];
  return planTaskMerge({ task, into, boardKey: view.board.key, mutationId: input.mutationId, now });
}

function planItemToTaskOnView(view: BoardView, input: MutationInput<"checklistItem.toTask">, now: Instant): Change[] {
  const task = needTask(view, input.taskId);
  const item = needItem(view, task.id, input.itemId);
  const { boardId, mutationId, newTaskId: taskId, overrideWip } = input;
  const asked = { boardId, mutationId, taskId, overrideWip, title: item.text, columnId: task.columnId };
  const created = planCreateOnView(view, { ...asked, source: "web", afterId: task.id }, now);
  return [planChecklistItemRemove(task, item), ...created];
}
