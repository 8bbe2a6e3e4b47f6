import { z } from "zod";
import { clarifyOutcomeSchema } from "./clarify/clarify-outcome.ts";
import { columnKindSchema } from "./column-kind-schema.ts";
import {
  energySchema,
  hintValueSchema,
  prioritySchema,
  projectStatusSchema,
  taskLinkKindSchema,
  taskSourceSchema,
} from "./entities.ts";
import {
  attachmentIdSchema,
  boardIdSchema,
  checklistItemIdSchema,
  columnIdSchema,
  commentIdSchema,
  contextIdSchema,
  hintIdSchema,
  mutationIdSchema,
  projectIdSchema,
  tagIdSchema,
  taskIdSchema,
  taskLinkIdSchema,
  userIdSchema,
} from "./ids.ts";
import { fileName } from "./file-name.ts";
import { hintKinds } from "./hint/hint-kinds.ts";
import { hintKindSchema } from "./hint/hint-switches.ts";
import { labelColors } from "./label-colors.ts";
import { limits } from "./limits.ts";
import { daySchema, momentSchema, typedInstantSchema } from "./moment.ts";
import { freeText, lineText } from "./text.ts";
import { wipPolicySchema } from "./wip-policy-schema.ts";

/*
 * Every change of a board that can be asked for, by name: the name is the tRPC procedure, the schema its input.
 * The browser queues `{ name, input }`, plans it over what it knows (plan-mutation.ts) and sends it; the server runs
 * the operation of that name. New rows carry ids chosen by the asker, so that they can be referred to before an answer.
 * Objects are strict: an unknown key is a refusal, not something to ignore.
 */

export const labelColorSchema = z.enum(labelColors);

const onBoard = { boardId: boardIdSchema, mutationId: mutationIdSchema };
const anchors = { taskOrder: { afterId: taskIdSchema.nullish(), beforeId: taskIdSchema.nullish() } };
/** A set, whatever order it was typed in: sorted, so that events, snapshots and views hold the same list. */
const labels = <Id extends z.ZodType<string>>(id: Id) =>
  z
    .array(id)
    .max(limits.labelsPerTask)
    .transform((ids) => [...new Set(ids)].sort());

export const waitingForInput = z.strictObject({
  who: freeText(limits.waitingForWho),
  since: typedInstantSchema,
  followUpOn: daySchema.nullable(),
});

const taskFieldsInput = {
  title: lineText(limits.title),
  notes: freeText(limits.notes),
  contextIds: labels(contextIdSchema),
  tagIds: labels(tagIdSchema),
  projectId: projectIdSchema.nullable(),
  assigneeIds: labels(userIdSchema),
  priority: prioritySchema,
  estimateMinutes: z.int().min(1).max(limits.estimateMinutes).nullable(),
  energy: energySchema.nullable(),
  waitingFor: waitingForInput.nullable(),
  deferUntil: momentSchema.nullable(),
  dueAt: momentSchema.nullable(),
  needsBreakdown: z.boolean(),
};

/** The items a new task comes with, from top to bottom. */
const firstItems = z
  .array(
    z.strictObject({
      itemId: checklistItemIdSchema,
      text: lineText(limits.checklistText),
      isDone: z.boolean().default(false),
    }),
  )
  .max(limits.checklistItemsPerTask)
  .refine((items) => new Set(items.map(({ itemId }) => itemId)).size === items.length, "Every item needs its own id")
  .optional();

/** Accepted where a task enters a full column of a board whose policy is `ask`. */
const overrideWip = z.strictObject({ reason: lineText(limits.overrideReason) }).optional();

const decidedHints = z.array(hintIdSchema).max(limits.proposedHintsPerTask);

/** What is done to many tasks at once. Labels are added and taken off one by one, as tasks differ in what they have. */
export const bulkActSchema = z.discriminatedUnion("kind", [
  /** In the order of `taskIds`; lands after `afterId`, else before `beforeId`, else at the end of the column. */
  z.strictObject({ kind: z.literal("move"), toColumnId: columnIdSchema, ...anchors.taskOrder, overrideWip }),
  z.strictObject({
    kind: z.literal("update"),
    addTagIds: taskFieldsInput.tagIds.optional(),
    removeTagIds: taskFieldsInput.tagIds.optional(),
    addContextIds: taskFieldsInput.contextIds.optional(),
    removeContextIds: taskFieldsInput.contextIds.optional(),
    addAssigneeIds: taskFieldsInput.assigneeIds.optional(),
    removeAssigneeIds: taskFieldsInput.assigneeIds.optional(),
    projectId: taskFieldsInput.projectId.optional(),
    dueAt: taskFieldsInput.dueAt.optional(),
    deferUntil: taskFieldsInput.deferUntil.optional(),
    priority: taskFieldsInput.priority.optional(),
    estimateMinutes: taskFieldsInput.estimateMinutes.optional(),
    energy: taskFieldsInput.energy.optional(),
  }),
  z.strictObject({ kind: z.literal("archive") }),
  /** Into the trash. */
  z.strictObject({ kind: z.literal("remove") }),
]);
export type BulkAct = z.output<typeof bulkActSchema>;

export const boardKeySchema = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{0,9}$/, "One to ten capital letters or digits, a letter first");
export const wipLimitSchema = z.int().min(1).max(limits.wipLimit).nullable();
const columnName = lineText(limits.name);
const commentBody = z.string().trim().min(1).pipe(freeText(limits.comment));
const itemText = lineText(limits.checklistText);

export const mutationInputs = {
  "board.update": z.strictObject({
    ...onBoard,
    name: lineText(limits.name).optional(),
    key: boardKeySchema.optional(),
    wipPolicy: wipPolicySchema.optional(),
    sleepAfterDays: z.int().min(1).max(limits.sleepAfterDays).optional(),
    /** Which hints the board wants; those it wants no more are withdrawn. */
    hints: z.strictObject({ isOn: z.boolean(), off: z.array(hintKindSchema).max(hintKinds.length) }).optional(),
  }),
  /**
   * Takes back own mutations, given in the order they were asked for, all or nothing; redoing is undoing the undo.
   * Refused with UNDO_CONFLICT when somebody has changed the same thing since.
   */
  "board.undo": z.strictObject({ ...onBoard, undoes: z.array(mutationIdSchema).min(1).max(limits.mutationsPerUndo) }),

  "column.create": z.strictObject({
    ...onBoard,
    columnId: columnIdSchema,
    name: columnName,
    kind: columnKindSchema,
    contextId: contextIdSchema.nullable().default(null),
    wipLimit: wipLimitSchema.default(null),
    afterId: columnIdSchema.nullish(),
    beforeId: columnIdSchema.nullish(),
  }),
  "column.update": z.strictObject({
    ...onBoard,
    columnId: columnIdSchema,
    name: columnName.optional(),
    kind: columnKindSchema.optional(),
    contextId: contextIdSchema.nullable().optional(),
    wipLimit: wipLimitSchema.optional(),
  }),
  "column.move": z.strictObject({
    ...onBoard,
    columnId: columnIdSchema,
    afterId: columnIdSchema.nullish(),
    beforeId: columnIdSchema.nullish(),
  }),
  /** Refused while the column holds tasks, live or archived in it. */
  "column.remove": z.strictObject({ ...onBoard, columnId: columnIdSchema }),

  "task.create": z.strictObject({
    ...onBoard,
    taskId: taskIdSchema.optional(),
    columnId: columnIdSchema,
    ...z.strictObject(taskFieldsInput).partial().shape,
    title: taskFieldsInput.title,
    source: taskSourceSchema.default("web"),
    checklist: firstItems,
    ...anchors.taskOrder,
    overrideWip,
  }),
  "task.update": z.strictObject({
    ...onBoard,
    taskId: taskIdSchema,
    ...z.strictObject(taskFieldsInput).partial().shape,
    /** With `notes`: the `notesVersion` the edit began from; another's newer text is then not overwritten. */
    notesBaseVersion: z.int().min(0).optional(),
  }),
  /** Lands after `afterId`, else before `beforeId`, else at the end of the column. */
  "task.move": z.strictObject({
    ...onBoard,
    taskId: taskIdSchema,
    toColumnId: columnIdSchema,
    ...anchors.taskOrder,
    overrideWip,
  }),
  "task.archive": z.strictObject({
    ...onBoard,
    taskId: taskIdSchema,
    /** Kept to be looked up: it is listed as reference. */
    asReference: z.boolean().optional(),
  }),
  /** Into the trash. */
  "task.remove": z.strictObject({ ...onBoard, taskId: taskIdSchema }),
  /** Out of the archive or the trash, to the end of its column. */
  "task.restore": z.strictObject({ ...onBoard, taskId: taskIdSchema, overrideWip }),

  /**
   * One decision over an item: what it is, what was filled in on the way, and which of its hints that takes or puts
   * away; those that somebody has decided meanwhile are left. COLUMN_KIND_MISSING when the board has no place for it.
   */
  "task.clarify": z.strictObject({
    ...onBoard,
    taskId: taskIdSchema,
    outcome: clarifyOutcomeSchema,
    fields: z.strictObject(taskFieldsInput).omit({ waitingFor: true, notes: true }).partial().optional(),
    hints: z.strictObject({ applied: decidedHints, dismissed: decidedHints }).partial().optional(),
    overrideWip,
  }),
  /** The task becomes part of another, which gets what it holds; itself it goes to the trash. */
  "task.merge": z.strictObject({ ...onBoard, taskId: taskIdSchema, otherTaskId: taskIdSchema }),

  /** One act on many tasks, all or nothing: a refusal names in `taskId` the task it is about, if it is about one. */
  "task.bulk": z.strictObject({
    ...onBoard,
    taskIds: z
      .array(taskIdSchema)
      .min(1)
      .max(limits.bulkTasks)
      .transform((ids) => [...new Set(ids)]),
    do: bulkActSchema,
  }),

  "checklistItem.create": z.strictObject({
    ...onBoard,
    taskId: taskIdSchema,
    itemId: checklistItemIdSchema,
    text: itemText,
    isDone: z.boolean().default(false),
    afterId: checklistItemIdSchema.nullish(),
    beforeId: checklistItemIdSchema.nullish(),
  }),
  "checklistItem.update": z.strictObject({
    ...onBoard,
    taskId: taskIdSchema,
    itemId: checklistItemIdSchema,
    text: itemText.optional(),
    isDone: z.boolean().optional(),
  }),
  "checklistItem.move": z.strictObject({
    ...onBoard,
    taskId: taskIdSchema,
    itemId: checklistItemIdSchema,
    afterId: checklistItemIdSchema.nullish(),
    beforeId: checklistItemIdSchema.nullish(),
  }),
  "checklistItem.remove": z.strictObject({ ...onBoard, taskId: taskIdSchema, itemId: checklistItemIdSchema }),

  /** The item leaves its checklist and becomes a task below its own, open whether it was ticked or not. */
  "checklistItem.toTask": z.strictObject({
    ...onBoard,
    taskId: taskIdSchema,
    itemId: checklistItemIdSchema,
    newTaskId: taskIdSchema,
    overrideWip,
  }),
  /** The task goes to the trash and becomes the last item of another's checklist; TASK_HOLDS_MORE if it has bodies. */
  "task.toChecklistItem": z.strictObject({
    ...onBoard,
    taskId: taskIdSchema,
    otherTaskId: taskIdSchema,
    itemId: checklistItemIdSchema,
  }),

  "comment.create": z.strictObject({ ...onBoard, taskId: taskIdSchema, commentId: commentIdSchema, body: commentBody }),
  /** By its author. */
  "comment.update": z.strictObject({ ...onBoard, taskId: taskIdSchema, commentId: commentIdSchema, body: commentBody }),
  /** By its author or the board's owner. */
  "comment.remove": z.strictObject({ ...onBoard, taskId: taskIdSchema, commentId: commentIdSchema }),

  /** `taskId` blocks `otherTaskId`, or both relate to each other. */
  "taskLink.create": z.strictObject({
    ...onBoard,
    linkId: taskLinkIdSchema,
    kind: taskLinkKindSchema,
    taskId: taskIdSchema,
    otherTaskId: taskIdSchema,
  }),
  "taskLink.remove": z.strictObject({ ...onBoard, linkId: taskLinkIdSchema }),

  /** Another name; what is uploaded comes by HTTP, because it is no text. */
  "attachment.rename": z.strictObject({
    ...onBoard,
    taskId: taskIdSchema,
    attachmentId: attachmentIdSchema,
    name: fileName,
  }),
  /** The image on the task's card; `null` for none. */
  "attachment.setCover": z.strictObject({
    ...onBoard,
    taskId: taskIdSchema,
    attachmentId: attachmentIdSchema.nullable(),
  }),
  "attachment.remove": z.strictObject({ ...onBoard, taskId: taskIdSchema, attachmentId: attachmentIdSchema }),
  "attachment.restore": z.strictObject({ ...onBoard, taskId: taskIdSchema, attachmentId: attachmentIdSchema }),

  "tag.create": z.strictObject({ ...onBoard, tagId: tagIdSchema, name: columnName, color: labelColorSchema }),
  "tag.update": z.strictObject({
    ...onBoard,
    tagId: tagIdSchema,
    name: columnName.optional(),
    color: labelColorSchema.optional(),
  }),
  "tag.remove": z.strictObject({ ...onBoard, tagId: tagIdSchema }),

  "context.create": z.strictObject({ ...onBoard, contextId: contextIdSchema, name: columnName }),
  "context.update": z.strictObject({ ...onBoard, contextId: contextIdSchema, name: columnName }),
  "context.remove": z.strictObject({ ...onBoard, contextId: contextIdSchema }),

  "project.create": z.strictObject({
    ...onBoard,
    projectId: projectIdSchema,
    name: columnName,
    color: labelColorSchema.default("blue"),
    desiredOutcome: freeText(limits.desiredOutcome).default(""),
  }),
  "project.update": z.strictObject({
    ...onBoard,
    projectId: projectIdSchema,
    name: columnName.optional(),
    color: labelColorSchema.optional(),
    desiredOutcome: freeText(limits.desiredOutcome).optional(),
    status: projectStatusSchema.optional(),
  }),
  "project.remove": z.strictObject({ ...onBoard, projectId: projectIdSchema }),

  "hint.apply": z.strictObject({
    ...onBoard,
    taskId: taskIdSchema,
    hintId: hintIdSchema,
    /** What is applied instead, of the same kind: the proposal was edited first. */
    value: hintValueSchema.optional(),
    /** Ids for the checklist items that come of it, at least as many as it has. */
    itemIds: z.array(checklistItemIdSchema).max(limits.hintItems).default([]),
  }),
  "hint.dismiss": z.strictObject({ ...onBoard, taskId: taskIdSchema, hintId: hintIdSchema }),
} as const;

export type MutationName = keyof typeof mutationInputs;
/** A mutation's input as it is after parsing (defaults filled in). */
export type MutationInput<Name extends MutationName> = z.output<(typeof mutationInputs)[Name]>;
/** One asked-for change: a discriminated union over `name`. */
export type Mutation = { [Name in MutationName]: { name: Name; input: MutationInput<Name> } }[MutationName];
