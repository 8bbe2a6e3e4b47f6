import { z } from "zod";
import { columnKindSchema } from "./column-kind-schema.ts";
import {
  boardIdSchema,
  checklistItemIdSchema,
  columnIdSchema,
  contextIdSchema,
  hintIdSchema,
  projectIdSchema,
  tagIdSchema,
  taskIdSchema,
  userIdSchema,
} from "./ids.ts";
import { daySchema, instantSchema, momentSchema } from "./moment.ts";
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

export const prioritySchema = z.enum(["low", "normal", "high"]);
export type Priority = z.infer<typeof prioritySchema>;

export const energySchema = z.enum(["low", "medium", "high"]);
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

/** What a hint proposes. One kind so far; agents to come add theirs here. */
export const hintValueSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("due-date"), dueAt: momentSchema }),
]);
export type HintValue = z.infer<typeof hintValueSchema>;

/** Where a hint found what it proposes: the words themselves and their place in that field (UTF-16 offsets). */
export const hintEvidenceSchema = z.object({
  field: z.enum(["title", "notes"]),
  text: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
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

/** The bodies of an open task: what its panel shows beyond the card. */
export const taskDetailSchema = z.object({
  notes: z.string(),
  /** The task version that last changed the notes; an edit names it, so that nobody's text is overwritten unseen. */
  notesVersion: z.int(),
  checklist: z.array(checklistItemSchema),
  hints: z.array(hintSchema),
});
export type TaskDetail = z.infer<typeof taskDetailSchema>;
