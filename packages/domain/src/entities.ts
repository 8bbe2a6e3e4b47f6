import { z } from "zod";
import { columnKindSchema } from "./column-kind-schema.ts";
import {
  attachmentIdSchema,
  boardIdSchema,
  checklistItemIdSchema,
  columnIdSchema,
  commentIdSchema,
  contextIdSchema,
  hintIdSchema,
  projectIdSchema,
  tagIdSchema,
  taskIdSchema,
  taskLinkIdSchema,
  userIdSchema,
} from "./ids.ts";
import { allHints } from "./hint/fold-hints.ts";
import { hintSwitchesSchema } from "./hint/hint-switches.ts";
import { limits } from "./limits.ts";
import { daySchema, instantSchema, momentSchema } from "./moment.ts";
import { energies, priorities } from "./task-values.ts";
import { freeText, lineText } from "./text.ts";
import { rankSchema } from "./rank-schema.ts";
import { wipPolicySchema } from "./wip-policy-schema.ts";

/*
 * What boards are made of, as events carry it, the API answers it and the browser keeps it.
 * These schemas read our own data (events, snapshots), so they check shape; the limits on what people may type
 * are in the mutation inputs.
 */

export const boardRoleSchema = z.enum(["owner", "editor", "viewer"]);
export type BoardRole = z.infer<typeof boardRoleSchema>;

export const boardSchema = z.object({
  id: boardIdSchema,
  name: z.string(),
  /** `HOME` in `HOME-12`. */
  key: z.string(),
  wipPolicy: wipPolicySchema,
  /** Days without a move after which a task counts as stale. */
  sleepAfterDays: z.int(),
  isDemo: z.boolean(),
  /** Absent from events older than the switches. */
  hints: hintSwitchesSchema.default(allHints),
});
export type Board = z.infer<typeof boardSchema>;

export const columnSchema = z.object({
  id: columnIdSchema,
  name: z.string(),
  kind: columnKindSchema,
  /** A task that enters this column gets this context. */
  contextId: contextIdSchema.nullable(),
  wipLimit: z.int().nullable(),
  rank: rankSchema,
});
export type Column = z.infer<typeof columnSchema>;

export const tagSchema = z.object({ id: tagIdSchema, name: z.string(), color: z.string() });
export type Tag = z.infer<typeof tagSchema>;

export const contextSchema = z.object({ id: contextIdSchema, name: z.string() });
export type Context = z.infer<typeof contextSchema>;

export const projectStatusSchema = z.enum(["active", "someday", "finished", "dropped"]);
export type ProjectStatus = z.infer<typeof projectStatusSchema>;

export const projectSchema = z.object({
  id: projectIdSchema,
  name: z.string(),
  color: z.string(),
  desiredOutcome: z.string(),
  status: projectStatusSchema,
});
export type Project = z.infer<typeof projectSchema>;

export const memberSchema = z.object({ userId: userIdSchema, name: z.string(), role: boardRoleSchema });
export type Member = z.infer<typeof memberSchema>;

export const prioritySchema = z.enum(priorities);
export type Priority = z.infer<typeof prioritySchema>;

export const energySchema = z.enum(energies);
export type Energy = z.infer<typeof energySchema>;

/** Where a task came from. */
export const taskSourceSchema = z.enum(["web", "api", "mail", "extension", "share", "import", "rule", "template"]);
export type TaskSource = z.infer<typeof taskSourceSchema>;

export const waitingForSchema = z.object({
  /** A person or a thing; empty while not named. */
  who: z.string(),
  since: instantSchema,
  followUpOn: daySchema.nullable(),
});
export type WaitingFor = z.infer<typeof waitingForSchema>;

/**
 * Whether there is a small picture of a file: none for what is no image, pending until the worker has made it, failed
 * when it never will be.
 */
export const previewStateSchema = z.enum(["none", "pending", "ready", "failed"]);
export type PreviewState = z.infer<typeof previewStateSchema>;

/** A file on a task; its bytes are in the file storage under their hash. */
export const attachmentSchema = z.object({
  id: attachmentIdSchema,
  name: z.string(),
  /** By its content, never by what its sender said. */
  type: z.string(),
  size: z.int().nonnegative(),
  sha256: z.string(),
  preview: previewStateSchema,
  /** Of the upright image, known with its preview. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  uploadedBy: userIdSchema,
  createdAt: instantSchema,
  /** Removed from the task; kept for a while, so that it can be brought back. */
  removedAt: instantSchema.nullable(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** An image of a task that its card shows, with what it takes to keep its place free. */
export const coverSchema = z.object({ attachmentId: attachmentIdSchema, width: z.int(), height: z.int() });
export type Cover = z.infer<typeof coverSchema>;

/** A task as its card shows it: everything but the bodies. Archived and trashed tasks have no card. */
export const taskCardSchema = z.object({
  id: taskIdSchema,
  columnId: columnIdSchema,
  number: z.int(),
  title: z.string(),
  rank: rankSchema,
  contextIds: z.array(contextIdSchema),
  tagIds: z.array(tagIdSchema),
  projectId: projectIdSchema.nullable(),
  assigneeIds: z.array(userIdSchema),
  priority: prioritySchema,
  estimateMinutes: z.int().nullable(),
  energy: energySchema.nullable(),
  waitingFor: waitingForSchema.nullable(),
  deferUntil: momentSchema.nullable(),
  dueAt: momentSchema.nullable(),
  needsBreakdown: z.boolean(),
  source: taskSourceSchema,
  capturedAt: instantSchema,
  startedAt: instantSchema.nullable(),
  finishedAt: instantSchema.nullable(),
  enteredColumnAt: instantSchema,
  hasNotes: z.boolean(),
  checklistTotal: z.int(),
  checklistDone: z.int(),
  /** Hints proposed and not yet decided. */
  hintCount: z.int(),
  /** Absent from events older than comments. */
  commentCount: z.int().default(0),
  /** Files on the task, without those removed from it. */
  attachmentCount: z.int().default(0),
  /** The picture on its card. */
  cover: coverSchema.nullable().default(null),
  /** Grows by one with every change of the task itself. */
  version: z.int(),
});
export type TaskCard = z.infer<typeof taskCardSchema>;

export const checklistItemSchema = z.object({
  id: checklistItemIdSchema,
  text: z.string(),
  isDone: z.boolean(),
  rank: rankSchema,
});
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

export const hintStateSchema = z.enum(["proposed", "applied", "dismissed", "superseded"]);
export type HintState = z.infer<typeof hintStateSchema>;

const hintText = z.string().trim().min(1).pipe(freeText(limits.hintText));
const hintItems = z.array(lineText(limits.checklistText)).min(1).max(limits.hintItems);
const minutes = z.int().min(1).max(limits.estimateMinutes);

/** What a hint proposes. It may end in a task as it is, so it keeps the limits of what people type. */
export const hintValueSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("due-date"), dueAt: momentSchema }),
  z.object({ kind: z.literal("defer-date"), deferUntil: momentSchema }),
  z.object({ kind: z.literal("tag"), tagId: tagIdSchema }),
  z.object({ kind: z.literal("context"), contextId: contextIdSchema }),
  z.object({ kind: z.literal("project"), projectId: projectIdSchema }),
  /** The task says what another says. */
  z.object({ kind: z.literal("duplicate"), otherTaskId: taskIdSchema }),
  z.object({ kind: z.literal("checklist"), items: hintItems }),
  /** The median of similar finished tasks, between their quartiles. */
  z.object({ kind: z.literal("estimate"), minutes, low: minutes, high: minutes, basedOn: z.int().min(1) }),
  z.object({ kind: z.literal("waiting"), who: lineText(limits.waitingForWho), followUpOn: daySchema.nullable() }),
  z.object({ kind: z.literal("title"), title: lineText(limits.title) }),
  /** What the page behind a link is; reading it takes `minutes`. */
  z.object({
    kind: z.literal("link"),
    url: z.url({ protocol: /^https?$/ }).max(limits.hintText),
    title: lineText(limits.title),
    site: freeText(limits.name),
    minutes: z.int().min(1).nullable(),
    extract: freeText(limits.hintText),
  }),
  z.object({ kind: z.literal("summary"), text: hintText }),
  z.object({ kind: z.literal("questions"), items: hintItems }),
  z.object({ kind: z.literal("next-action"), text: lineText(limits.checklistText) }),
]);
export type HintValue = z.infer<typeof hintValueSchema>;

/** The words of the task a hint was read from, and their place in that field (UTF-16 offsets). */
export const textEvidenceSchema = z.object({
  field: z.enum(["title", "notes"]),
  text: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
export type TextEvidence = z.infer<typeof textEvidenceSchema>;

/** Where a hint found what it proposes: in the task, on the page behind a link of it, or in what was chosen before. */
export const hintEvidenceSchema = z.union([
  textEvidenceSchema,
  z.object({ from: z.literal("page"), url: z.string(), text: z.string() }),
  /** The most similar tasks and the words that told most. */
  z.object({ from: z.literal("tasks"), taskIds: z.array(taskIdSchema), words: z.array(z.string()) }),
]);
export type HintEvidence = z.infer<typeof hintEvidenceSchema>;

export const hintSchema = z.object({
  id: hintIdSchema,
  taskId: taskIdSchema,
  agent: z.string(),
  value: hintValueSchema,
  evidence: hintEvidenceSchema,
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
  state: hintStateSchema,
  proposedAt: instantSchema,
});
export type Hint = z.infer<typeof hintSchema>;

export const commentSchema = z.object({
  id: commentIdSchema,
  /** `null` when the author's account is gone. */
  authorId: userIdSchema.nullable(),
  /** Markdown. */
  body: z.string(),
  /** The members whom the body names as `@Name`, sorted. */
  mentionIds: z.array(userIdSchema),
  createdAt: instantSchema,
  editedAt: instantSchema.nullable(),
});
export type Comment = z.infer<typeof commentSchema>;

export const taskLinkKindSchema = z.enum(["blocks", "relates"]);
export type TaskLinkKind = z.infer<typeof taskLinkKindSchema>;

/** Two tasks of one board: `fromId` blocks `toId`, or both relate to each other. */
export const taskLinkSchema = z.object({
  id: taskLinkIdSchema,
  kind: taskLinkKindSchema,
  fromId: taskIdSchema,
  toId: taskIdSchema,
});
export type TaskLink = z.infer<typeof taskLinkSchema>;

/** The bodies of an open task: what its panel shows beyond the card. */
export const taskDetailSchema = z.object({
  notes: z.string(),
  /** The task version that last changed the notes; an edit names it, so that nobody's text is overwritten unseen. */
  notesVersion: z.int(),
  checklist: z.array(checklistItemSchema),
  hints: z.array(hintSchema),
  /** Oldest first. */
  comments: z.array(commentSchema),
  /** In the order they came, removed ones among them. */
  attachments: z.array(attachmentSchema),
});
export type TaskDetail = z.infer<typeof taskDetailSchema>;
