import { type BoardView, orderedColumns, tasksInColumn } from "@kanban/domain/board-view";
import type { ClarifyOutcome } from "@kanban/domain/clarify/clarify-outcome";
import type { TaskCard } from "@kanban/domain/entities";
import type {
  AttachmentId,
  ChecklistItemId,
  CommentId,
  MutationId,
  ProjectId,
  TagId,
  TaskId,
  TaskLinkId,
} from "@kanban/domain/ids";
import type { Mutation } from "@kanban/domain/mutations";
import { modelBoardId, modelId } from "./model-board.ts";

export type Dice = readonly [what: number, a: number, b: number, c: number];

/** One of the decisions over an item. */
function outcomeFrom(c: number, projectId: ProjectId): ClarifyOutcome {
  const outcomes: ClarifyOutcome[] = [
    { kind: "do-now", left: c % 2 ? "done" : "doing" },
    { kind: "waiting", who: "Kim", since: "2026-01-01T00:00:00.000Z", followUpOn: null },
    { kind: "reference" },
    { kind: "trash" },
    { kind: "snooze", until: "2026-12-24" },
    { kind: "project", projectId, create: { name: `Project ${c % 4}`, color: "teal", desiredOutcome: "" } },
  ];
  return outcomes[c % outcomes.length]!;
}

/** Dice become a mutation of what a view holds: tasks, columns and items are picked by index. `step` names new rows. */
export function mutationFromDice(
  view: BoardView,
  [what, a, b, c]: Dice,
  step: number,
  mutationId: MutationId,
): Mutation {
  const base = { boardId: modelBoardId, mutationId };
  const tasks = Object.values<TaskCard>(view.tasks);
  const taskId = tasks[a % Math.max(1, tasks.length)]?.id ?? modelId<TaskId>(4, 999);
  const columns = orderedColumns(view);
  const columnId = columns[b % columns.length]?.id ?? modelId(2, 0);
  const anchor = tasksInColumn(view, columnId)[c % 7]?.id;
  const several = [...new Set([a, a + 1, b, c].map((n) => tasks[n % Math.max(1, tasks.length)]?.id ?? taskId))];
  const detail = view.details[taskId];
  const items = detail?.checklist ?? [];
  const itemId = items[b % Math.max(1, items.length)]?.id ?? modelId<ChecklistItemId>(6, step);
  const comments = detail?.comments ?? [];
  const commentId = comments[b % Math.max(1, comments.length)]?.id ?? modelId<CommentId>(8, step);
  const files = detail?.attachments ?? [];
  const attachmentId = files[b % Math.max(1, files.length)]?.id ?? modelId<AttachmentId>(9, 20_000 + step);
  const otherTaskId = tasks[b % Math.max(1, tasks.length)]?.id ?? taskId;
  const links = Object.keys(view.links) as TaskLinkId[];
  const kind = c % 3 === 0 ? "relates" : "blocks";
  const gone = Object.keys(view.gone) as TaskId[];
  const tagId = modelId<TagId>(5, a % 3);
  const notes = { notes: `Notes ${step}`, ...(detail && c % 2 ? { notesBaseVersion: detail.notesVersion } : {}) };
  const create = { ...base, taskId: modelId<TaskId>(4, step), title: `Task ${step}`, source: "web" as const };
  const item = (kind: number, n: number, isDone: boolean) => {
    return { itemId: modelId<ChecklistItemId>(kind, n), text: `Item ${n}`, isDone };
  };
  const mutations: Mutation[] = [
    { name: "task.create", input: { ...create, columnId } },
    { name: "task.create", input: { ...create, columnId, notes: "Notes", ...(anchor ? { beforeId: anchor } : {}) } },
    {
      name: "task.create",
      input: { ...create, columnId, checklist: [0, 1].map((n) => item(7, step * 2 + n, n === c % 2)) },
    },
    {
      name: "task.move",
      input: { ...base, taskId, toColumnId: columnId, ...(c % 2 ? { afterId: anchor } : { beforeId: anchor }) },
    },
    { name: "task.move", input: { ...base, taskId, toColumnId: columnId } },
    { name: "task.update", input: { ...base, taskId, title: `Renamed ${c % 5}` } },
    { name: "task.update", input: { ...base, taskId, ...notes } },
    {
      name: "task.update",
      input: { ...base, taskId, dueAt: c % 2 ? "2026-12-04" : null, tagIds: view.tags[tagId] ? [tagId] : [] },
    },
    { name: "task.archive", input: { ...base, taskId } },
    { name: "task.remove", input: { ...base, taskId } },
    { name: "task.restore", input: { ...base, taskId: gone[a % Math.max(1, gone.length)] ?? taskId } },
    {
      name: "task.bulk",
      input: {
        ...base,
        taskIds: several,
        do: { kind: "move", toColumnId: columnId, ...(c % 2 ? { beforeId: anchor } : {}) },
      },
    },
    {
      name: "task.bulk",
      input: {
        ...base,
        taskIds: several,
        do: {
          kind: "update",
          priority: "high",
          ...(view.tags[tagId] ? (c % 2 ? { addTagIds: [tagId] } : { removeTagIds: [tagId] }) : {}),
        },
      },
    },
    { name: "task.bulk", input: { ...base, taskIds: several, do: { kind: c % 3 ? "archive" : "remove" } } },
    { name: "task.clarify", input: { ...base, taskId, outcome: outcomeFrom(c, modelId<ProjectId>(9, 40_000 + step)) } },
    {
      name: "task.clarify",
      input: {
        ...base,
        taskId,
        outcome: { kind: "next-action" },
        fields: { title: `Step ${c % 5}`, dueAt: "2026-12-05" },
      },
    },
    { name: "task.merge", input: { ...base, taskId, otherTaskId } },
    {
      name: "checklistItem.create",
      input: { ...base, taskId, itemId: modelId(6, step), text: "Item", isDone: c % 2 === 0 },
    },
    { name: "checklistItem.update", input: { ...base, taskId, itemId, isDone: c % 2 === 0 } },
    { name: "checklistItem.move", input: { ...base, taskId, itemId, beforeId: items[0]?.id } },
    { name: "checklistItem.remove", input: { ...base, taskId, itemId } },
    { name: "checklistItem.toTask", input: { ...base, taskId, itemId, newTaskId: modelId(4, step) } },
    { name: "task.toChecklistItem", input: { ...base, taskId, otherTaskId, itemId: modelId(6, step) } },
    { name: "comment.create", input: { ...base, taskId, commentId: modelId(8, step), body: `Said ${step} to @Kim` } },
    { name: "comment.update", input: { ...base, taskId, commentId, body: `Meant ${c % 3}` } },
    { name: "comment.remove", input: { ...base, taskId, commentId } },
    { name: "taskLink.create", input: { ...base, linkId: modelId(9, step), kind, taskId, otherTaskId } },
    { name: "taskLink.remove", input: { ...base, linkId: links[c % Math.max(1, links.length)] ?? modelId(9, step) } },
    { name: "attachment.rename", input: { ...base, taskId, attachmentId, name: `File ${c % 3}` } },
    { name: "attachment.remove", input: { ...base, taskId, attachmentId } },
    { name: "attachment.restore", input: { ...base, taskId, attachmentId } },
    { name: "attachment.setCover", input: { ...base, taskId, attachmentId: c % 2 ? attachmentId : null } },
    { name: "board.undo", input: { ...base, undoes: recent(view, a) } },
    { name: "board.undo", input: { ...base, undoes: recent(view, 0) } },
    { name: "tag.create", input: { ...base, tagId, name: `tag ${a % 3}`, color: "teal" } },
    { name: "tag.remove", input: { ...base, tagId } },
    { name: "column.move", input: { ...base, columnId, afterId: columns[c % columns.length]?.id } },
    { name: "column.update", input: { ...base, columnId, wipLimit: (c % 5) + 1 } },
    { name: "column.remove", input: { ...base, columnId } },
  ];
  return mutations[what % mutations.length] ?? mutations[0]!;
}

/** One of the last mutations the view remembers, or one nobody knows. */
function recent(view: BoardView, back: number): [MutationId] {
  const known = Object.keys(view.history) as MutationId[];
  return [known.at(-1 - (back % Math.max(1, Math.min(known.length, 6)))) ?? modelId(3, 999)];
}
