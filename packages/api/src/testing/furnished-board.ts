import { randomUUID } from "node:crypto";
import type { MutationAnswer } from "@kanban/domain/board-event";
import type {
  AttachmentId,
  ChecklistItemId,
  CommentId,
  ContextId,
  HintId,
  MutationId,
  ProjectId,
  SavedViewId,
  TagId,
  TaskId,
  TaskLinkId,
  UserId,
} from "@kanban/domain/ids";
import type { MutationName } from "@kanban/domain/mutations";
import type { ApiDeps } from "../context.ts";
import { type Caller, newBoard, newMutationId, newTasks, type Person, type TestBoard } from "./person.ts";

/** A board with one of everything. */
export type FurnishedBoard = TestBoard & {
  taskId: TaskId;
  otherTaskId: TaskId;
  goneTaskId: TaskId;
  itemId: ChecklistItemId;
  tagId: TagId;
  contextId: ContextId;
  projectId: ProjectId;
  hintId: HintId;
  commentId: CommentId;
  linkId: TaskLinkId;
  viewId: SavedViewId;
  attachmentId: AttachmentId;
  removedAttachmentId: AttachmentId;
  ownerId: UserId;
  /** The mutation that made a tag nothing has, which may be undone. */
  undoable: MutationId;
};

export async function furnishBoard({ deps }: { deps: ApiDeps }, person: Person): Promise<FurnishedBoard> {
  const { api, userId } = person;
  const board = await newBoard(person);
  const { boardId, columns } = board;
  const base = () => ({ boardId, mutationId: newMutationId() });
  const [taskId, otherTaskId, goneTaskId] = (await newTasks(person, boardId, columns.inbox.id, 3)) as [
    TaskId,
    TaskId,
    TaskId,
  ];
  const ids = {
    itemId: randomUUID() as ChecklistItemId,
    tagId: randomUUID() as TagId,
    contextId: randomUUID() as ContextId,
    projectId: randomUUID() as ProjectId,
    hintId: randomUUID() as HintId,
    commentId: randomUUID() as CommentId,
    linkId: randomUUID() as TaskLinkId,
    viewId: randomUUID() as SavedViewId,
    attachmentId: randomUUID() as AttachmentId,
    removedAttachmentId: randomUUID() as AttachmentId,
  };
  await api.task.remove({ ...base(), taskId: goneTaskId });
  await api.checklistItem.create({ ...base(), taskId, itemId: ids.itemId, text: "Step" });
  await api.tag.create({ ...base(), tagId: ids.tagId, name: "errand", color: "red" });
  await api.context.create({ ...base(), contextId: ids.contextId, name: "@phone" });
  await api.project.create({ ...base(), projectId: ids.projectId, name: "Garden" });
  await api.comment.create({ ...base(), taskId, commentId: ids.commentId, body: "Said" });
  const related = { kind: "relates" as const, taskId, otherTaskId };
  await api.taskLink.create({ ...base(), linkId: ids.linkId, ...related });
  const seen = { filter: "priority=high", layout: "board" as const, grouping: null };
  await api.view.create({ ...base(), viewId: ids.viewId, name: "Urgent", ...seen });
  await api.view.create({ ...base(), viewId: randomUUID() as SavedViewId, name: "Quiet", ...seen });
  const value = { kind: "due-date", dueAt: "2026-12-01" };
  const evidence = { field: "title", text: "Task 1", start: 0, end: 6 };
  const hint = { id: ids.hintId, taskId, boardId, agent: "dates", kind: "due-date", value, evidence, confidence: 0.9 };
  await deps.db.hint.create({ data: { ...hint, taskVersion: 1, proposedAt: deps.clock.now() } });
  const file = {
    ...{ taskId, boardId, type: "image/png", size: 7n, sha256: "0".repeat(64), preview: "ready", width: 4, height: 3 },
    ...{ uploadedBy: userId, createdAt: deps.clock.now() },
  };
  await deps.db.attachment.createMany({
    data: [
      { ...file, id: ids.attachmentId, name: "Plan.png" },
      { ...file, id: ids.removedAttachmentId, name: "Old.png", removedAt: deps.clock.now() },
    ],
  });
  await deps.db.task.update({ where: { id: taskId }, data: { hintCount: 1, attachmentCount: 1 } });
  const undoable = newMutationId();
  await api.tag.create({ boardId, mutationId: undoable, tagId: randomUUID() as TagId, name: "spare", color: "grey" });
  return { ...board, ...ids, undoable, taskId, otherTaskId, goneTaskId, ownerId: userId };
}

type Input = Record<string, unknown>;

/** For every mutation an input that would be accepted on the board, without its mutation id. */
export function acceptableInputs(board: FurnishedBoard): Record<MutationName, Input> {
  const {
    boardId,
    columns,
    taskId,
    otherTaskId,
    goneTaskId,
    itemId,
    tagId,
    contextId,
    projectId,
    hintId,
    commentId,
    linkId,
    viewId,
    ownerId,
    undoable,
    attachmentId,
    removedAttachmentId,
  } = board;
  const labels = { tagIds: [tagId], contextIds: [contextId], projectId, assigneeIds: [ownerId] };
  const fields = {
    title: "Other",
    notes: "Some",
    ...labels,
    waitingFor: { who: "Bob", since: "2026-11-20T10:00:00Z", followUpOn: null },
  };
  return {
    "board.update": { boardId, name: "Other", key: "OTHER", wipPolicy: "warn", sleepAfterDays: 3 },
    "board.undo": { boardId, undoes: [undoable] },
    "column.create": { boardId, columnId: randomUUID(), name: "More", kind: "next", contextId, wipLimit: 3 },
    "column.update": { boardId, columnId: columns.next.id, name: "Other", kind: "next", contextId, wipLimit: 9 },
    "column.move": { boardId, columnId: columns.next.id },
    "column.remove": { boardId, columnId: columns.someday.id },
    "task.create": {
      ...{ boardId, taskId: randomUUID(), columnId: columns.next.id, ...fields },
      checklist: [{ itemId: randomUUID(), text: "Tent", isDone: true }],
    },
    "task.capture": {
      ...{ boardId, taskId: randomUUID(), ...fields, capturedAt: "2026-11-20T10:00:00Z" },
      checklist: [{ itemId: randomUUID(), text: "Tent", isDone: true }],
    },
    "task.update": { boardId, taskId, ...fields },
    "task.move": { boardId, taskId, toColumnId: columns.waiting.id, afterId: otherTaskId },
    "task.archive": { boardId, taskId: otherTaskId },
    "task.remove": { boardId, taskId: otherTaskId },
    "task.restore": { boardId, taskId: goneTaskId },
    "task.clarify": {
      ...{ boardId, taskId, outcome: { kind: "project", projectId: randomUUID(), create: { name: "Move house" } } },
      ...{
        fields: { title: "Call the movers", contextIds: [contextId], tagIds: [tagId] },
        hints: { applied: [hintId] },
      },
    },
    "task.merge": { boardId, taskId: otherTaskId, otherTaskId: taskId },
    "task.bulk": { boardId, taskIds: [taskId, otherTaskId], do: { kind: "move", toColumnId: columns.waiting.id } },
    "checklistItem.create": { boardId, taskId, itemId: randomUUID(), text: "Step" },
    "checklistItem.update": { boardId, taskId, itemId, text: "Other", isDone: true },
    "checklistItem.move": { boardId, taskId, itemId },
    "checklistItem.remove": { boardId, taskId, itemId },
    "checklistItem.toTask": { boardId, taskId, itemId, newTaskId: randomUUID() },
    "task.toChecklistItem": { boardId, taskId: otherTaskId, otherTaskId: taskId, itemId: randomUUID() },
    "comment.create": { boardId, taskId, commentId: randomUUID(), body: "Good" },
    "comment.update": { boardId, taskId, commentId, body: "Better" },
    "comment.remove": { boardId, taskId, commentId },
    "taskLink.create": { boardId, linkId: randomUUID(), kind: "blocks", taskId, otherTaskId },
    "taskLink.remove": { boardId, linkId },
    "attachment.rename": { boardId, taskId, attachmentId, name: "Other.png" },
    "attachment.setCover": { boardId, taskId, attachmentId },
    "attachment.remove": { boardId, taskId, attachmentId },
    "attachment.restore": { boardId, taskId, attachmentId: removedAttachmentId },
    "tag.create": { boardId, tagId: randomUUID(), name: "new", color: "blue" },
    "tag.update": { boardId, tagId, name: "other", color: "blue" },
    "tag.remove": { boardId, tagId },
    "context.create": { boardId, contextId: randomUUID(), name: "@new" },
    "context.update": { boardId, contextId, name: "@other" },
    "context.remove": { boardId, contextId },
    "project.create": { boardId, projectId: randomUUID(), name: "New", color: "red", desiredOutcome: "Done" },
    "project.update": { boardId, projectId, name: "Other", color: "red", desiredOutcome: "Done", status: "finished" },
    "project.remove": { boardId, projectId },
    "view.create": { boardId, viewId: randomUUID(), name: "New", filter: "q=a", layout: "list", grouping: "project" },
    "view.update": { boardId, viewId, name: "Other", filter: "is=stale", layout: "list", grouping: "context" },
    "view.move": { boardId, viewId },
    "view.remove": { boardId, viewId },
    "hint.apply": { boardId, taskId, hintId },
    "hint.dismiss": { boardId, taskId, hintId },
  };
}

/** Calls a procedure by its name, with an input of any shape. */
export function call(api: Caller, name: string, input: unknown): Promise<unknown> {
  const [noun, verb] = name.split(".") as [string, string];
  const procedure = (api as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[noun]![
    verb
  ]!;
  // By `apply`, because the caller takes a procedure of that name for the function's own method.
  return procedure.apply(null, [input]);
}

/** Calls a mutation by its name under a new mutation id. */
export function mutate(api: Caller, name: string, input: object): Promise<MutationAnswer> {
  return call(api, name, { ...input, mutationId: newMutationId() }) as Promise<MutationAnswer>;
}
