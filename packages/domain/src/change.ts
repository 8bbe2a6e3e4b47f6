import { z } from "zod";
import { columnKindSchema } from "./column-kind-schema.ts";
import {
  attachmentSchema,
  boardSchema,
  checklistItemSchema,
  columnSchema,
  commentSchema,
  contextSchema,
  coverSchema,
  hintSchema,
  hintStateSchema,
  memberSchema,
  previewStateSchema,
  projectSchema,
  tagSchema,
  taskCardSchema,
  taskLinkSchema,
} from "./entities.ts";
import {
  attachmentIdSchema,
  checklistItemIdSchema,
  columnIdSchema,
  contextIdSchema,
  hintIdSchema,
  projectIdSchema,
  tagIdSchema,
  taskIdSchema,
} from "./ids.ts";
import { hintSwitchesSchema } from "./hint/hint-switches.ts";
import { instantSchema } from "./moment.ts";
import { rankSchema } from "./rank-schema.ts";

/*
 * A change is the payload of a board event: what happened to one thing, with what it was before and what it is after,
 * so that it can be shown, undone and replayed, and so that a reader who cannot look anything up (the worker) has all
 * it needs. packages/events gives each its version and envelope. Shapes only grow: a released field never changes meaning.
 */

function beforeAfter<Shape extends z.ZodRawShape>(shape: Shape) {
  return { before: z.object(shape), after: z.object(shape) };
}

/** The fields `task.update` may change; an event carries only those that did change. */
export const taskFieldsSchema = taskCardSchema
  .pick({
    title: true,
    contextIds: true,
    tagIds: true,
    projectId: true,
    assigneeIds: true,
    priority: true,
    estimateMinutes: true,
    energy: true,
    waitingFor: true,
    deferUntil: true,
    dueAt: true,
    needsBreakdown: true,
  })
  .extend({ notes: z.string() });
export type TaskFields = z.infer<typeof taskFieldsSchema>;

const boardFields = boardSchema
  .pick({ name: true, key: true, wipPolicy: true, sleepAfterDays: true })
  .extend({ hints: hintSwitchesSchema })
  .partial();
const columnFields = columnSchema.pick({ name: true, kind: true, contextId: true, wipLimit: true }).partial();

/** What a move changes on a task beside its place. */
const flowFields = taskCardSchema.pick({
  startedAt: true,
  finishedAt: true,
  enteredColumnAt: true,
  contextIds: true,
  waitingFor: true,
});

/** The limit that was passed, and why, when the board lets tasks pass it (`warn`: without a reason). */
const overrodeWipSchema = z.object({ wipLimit: z.int(), reason: z.string() }).nullable();
export type OverrodeWip = z.infer<typeof overrodeWipSchema>;

const placeSchema = z.object({ columnId: columnIdSchema, kind: columnKindSchema, rank: rankSchema });

/**
 * What the predecessor's event said, beside what this one says; only on events taken over from it. Its `type` is
 * CREATED, UPDATED, MOVED, COMPLETED, STALE or RULE_TRIGGERED.
 */
export const importedSchema = z.object({
  // As it stood there, and so hardly checked: what is over cannot be put right.
  type: z.string(),
  boardId: z.string().optional(),
  fromColumnId: z.string().nullable().optional(),
  toColumnId: z.string().nullable().optional(),
  triggeredBy: z.string().nullable().optional(),
  payload: z.json().optional(),
});
export type Imported = z.infer<typeof importedSchema>;
const takenOver = { imported: importedSchema.optional() };

const taskRef = { taskId: taskIdSchema, version: z.int() };

export const changePayloads = {
  "board.created": z.object({ board: boardSchema, columns: z.array(columnSchema), owner: memberSchema }),
  "board.updated": z.object({ before: boardFields, after: boardFields }),
  "board.removed": z.object({ deletedAt: instantSchema }),
  "board.restored": z.object({}),

  "column.created": z.object({ column: columnSchema }),
  "column.updated": z.object({ columnId: columnIdSchema, before: columnFields, after: columnFields }),
  "column.moved": z.object({ columnId: columnIdSchema, ...beforeAfter({ rank: rankSchema }) }),
  "column.removed": z.object({ column: columnSchema }),
  /** Ranks had grown long: every live task of the column got a short one, in the same order. */
  "column.reranked": z.object({ columnId: columnIdSchema, ranks: z.array(z.tuple([taskIdSchema, rankSchema])) }),

  "task.created": z.object({
    card: taskCardSchema,
    kind: columnKindSchema,
    notes: z.string(),
    overrodeWip: overrodeWipSchema,
    ...takenOver,
  }),
  "task.updated": z.object({
    ...taskRef,
    before: taskFieldsSchema.partial(),
    after: taskFieldsSchema.partial(),
    ...takenOver,
  }),
  "task.moved": z.object({
    ...taskRef,
    from: placeSchema,
    to: placeSchema,
    before: flowFields,
    after: flowFields,
    overrodeWip: overrodeWipSchema,
    ...takenOver,
  }),
  "task.archived": z.object({
    ...taskRef,
    card: taskCardSchema,
    archivedAt: instantSchema,
    /** Kept to be looked up, not because it is over. */
    asReference: z.literal(true).optional(),
    ...takenOver,
  }),
  "task.removed": z.object({ ...taskRef, card: taskCardSchema, deletedAt: instantSchema }),
  /** Back from the archive or the trash. */
  "task.restored": z.object({
    ...taskRef,
    card: taskCardSchema,
    kind: columnKindSchema,
    notes: z.string(),
    from: z.enum(["archive", "trash"]),
    /** It was kept as reference, and is so no more. */
    wasReference: z.literal(true).optional(),
    overrodeWip: overrodeWipSchema,
    ...takenOver,
  }),

  "checklist-item.created": z.object({ ...taskRef, item: checklistItemSchema }),
  "checklist-item.updated": z.object({
    ...taskRef,
    itemId: checklistItemIdSchema,
    before: checklistItemSchema.pick({ text: true, isDone: true }).partial(),
    after: checklistItemSchema.pick({ text: true, isDone: true }).partial(),
  }),
  "checklist-item.moved": z.object({ ...taskRef, itemId: checklistItemIdSchema, ...beforeAfter({ rank: rankSchema }) }),
  "checklist-item.removed": z.object({ ...taskRef, item: checklistItemSchema }),

  "comment.created": z.object({ taskId: taskIdSchema, comment: commentSchema }),
  "comment.updated": z.object({ taskId: taskIdSchema, before: commentSchema, after: commentSchema }),
  "comment.removed": z.object({ taskId: taskIdSchema, comment: commentSchema }),

  "task-link.created": z.object({ link: taskLinkSchema }),
  "task-link.removed": z.object({ link: taskLinkSchema }),

  /** A file has been uploaded. */
  "attachment.created": z.object({ ...taskRef, attachment: attachmentSchema }),
  "attachment.updated": z.object({
    ...taskRef,
    attachmentId: attachmentIdSchema,
    ...beforeAfter({ name: z.string() }),
  }),
  /** Off the task, and off its card when it was the cover. */
  "attachment.removed": z.object({
    ...taskRef,
    attachment: attachmentSchema,
    removedAt: instantSchema,
    /** What it was on the card, when it was the cover. */
    cover: coverSchema.nullable(),
  }),
  "attachment.restored": z.object({ ...taskRef, attachment: attachmentSchema }),
  /** The worker has made a small picture of a file, or never will. */
  "preview.recorded": z.object({
    taskId: taskIdSchema,
    attachmentId: attachmentIdSchema,
    preview: previewStateSchema,
    width: z.int().nullable(),
    height: z.int().nullable(),
  }),
  /** Another image on the card, or none. */
  "task.covered": z.object({ ...taskRef, ...beforeAfter({ cover: coverSchema.nullable() }) }),

  "tag.created": z.object({ tag: tagSchema }),
  "tag.updated": z.object({ tagId: tagIdSchema, before: tagSchema.partial(), after: tagSchema.partial() }),
  /** Also takes the tag off every task that had it. */
  "tag.removed": z.object({ tag: tagSchema, taskIds: z.array(taskIdSchema) }),
  "context.created": z.object({ context: contextSchema }),
  "context.updated": z.object({
    contextId: contextIdSchema,
    before: contextSchema.partial(),
    after: contextSchema.partial(),
  }),
  /** Also takes the context off every task and column that had it. */
  "context.removed": z.object({
    context: contextSchema,
    taskIds: z.array(taskIdSchema),
    columnIds: z.array(columnIdSchema),
  }),
  "project.created": z.object({ project: projectSchema }),
  "project.updated": z.object({
    projectId: projectIdSchema,
    before: projectSchema.partial(),
    after: projectSchema.partial(),
  }),
  /** Also takes every task out of it. */
  "project.removed": z.object({ project: projectSchema, taskIds: z.array(taskIdSchema) }),

  /** A hint the worker proposed has been stored and may be decided. */
  "hint.recorded": z.object({ hint: hintSchema }),
  /** Applied, dismissed or superseded; what applying changed stands in its own event of the same mutation. */
  "hint.decided": z.object({
    hintId: hintIdSchema,
    taskId: taskIdSchema,
    state: hintStateSchema.exclude(["proposed"]),
  }),
  /** A decision was undone: the hint is proposed again. */
  "hint.reopened": z.object({
    hintId: hintIdSchema,
    taskId: taskIdSchema,
    was: hintStateSchema.exclude(["proposed"]),
  }),
} as const;

export type ChangeType = keyof typeof changePayloads;
export const changeTypes = Object.keys(changePayloads) as ChangeType[];

export type ChangePayload<Type extends ChangeType> = z.infer<(typeof changePayloads)[Type]>;
export type ChangeOf<Type extends ChangeType> = { type: Type; payload: ChangePayload<Type> };
/** One change of one board: a discriminated union over `type`. */
export type Change = { [Type in ChangeType]: ChangeOf<Type> }[ChangeType];
