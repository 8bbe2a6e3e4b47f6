import { columnKindSchema } from "@kanban/domain/column-kind-schema";
import { contextIdSchema, projectIdSchema, tagIdSchema, taskIdSchema } from "@kanban/domain/ids";
import { hintSwitchesSchema } from "@kanban/domain/hint/hint-switches";
import { instantSchema, momentSchema } from "@kanban/domain/moment";
import { z } from "zod";
import { actorSchema } from "./actor.ts";
import { defineEvent } from "./define-event.ts";

/** A task as the worker's projection keeps it. */
export const taskSnapshotSchema = z.object({
  taskId: taskIdSchema,
  version: z.int().positive(),
  kind: columnKindSchema,
  title: z.string(),
  notes: z.string(),
  dueAt: momentSchema.nullable(),
  finishedAt: instantSchema.nullable(),
  /** Archived or trashed; `null` while on the board. */
  goneAt: instantSchema.nullable(),
  // From here absent from snapshots that an older build wrote.
  /** Set when it is in the archive, of which `goneAt` alone does not tell. */
  archivedAt: instantSchema.nullable().default(null),
  capturedAt: instantSchema.nullable().default(null),
  startedAt: instantSchema.nullable().default(null),
  tagIds: z.array(tagIdSchema).default([]),
  contextIds: z.array(contextIdSchema).default([]),
  projectId: projectIdSchema.nullable().default(null),
  /** Those of its labels that an applied hint brought. */
  hintedIds: z.array(z.uuid()).default([]),
  estimateMinutes: z.int().nullable().default(null),
  /** The version of the task that last changed title or notes, and the event it came with. */
  text: z.object({
    version: z.int().positive(),
    author: actorSchema,
    writtenAt: instantSchema,
    eventId: z.uuid(),
    correlationId: z.uuid(),
    depth: z.int().nonnegative(),
  }),
});
export type TaskSnapshot = z.infer<typeof taskSnapshotSchema>;

/** A tag, context or project as the worker's projection keeps it. */
export const labelSnapshotSchema = z.object({
  labelId: z.uuid(),
  kind: z.enum(["tag", "context", "project"]),
  name: z.string(),
  /** Whether a task may get it: not so a finished project. */
  isOpen: z.boolean(),
});
export type LabelSnapshot = z.infer<typeof labelSnapshotSchema>;

/**
 * One page of a board as it stood at `seq`, all pages written in one transaction under the board's lock: every event up
 * to `seq` travels before them, every later one after. What the worker knows of the board is replaced by them.
 */
export const boardSnapshot = defineEvent({
  type: "board.snapshot",
  payload: z.object({
    seq: z.int().nonnegative(),
    /** From 1. */
    page: z.int().positive(),
    pages: z.int().positive(),
    tasks: z.array(taskSnapshotSchema),
    /** On the first page: all labels of the board, and which hints it wants. Absent where an older build wrote it. */
    labels: z.array(labelSnapshotSchema).optional(),
    hints: hintSwitchesSchema.optional(),
  }),
});

/** A board the worker asked for does not exist: whatever it knows of it is void. */
export const boardMissing = defineEvent({ type: "board.missing", payload: z.object({}) });

/** What the API tells when it is asked for boards as they are; none of it has a place in a board's history. */
export const snapshotEvents = { "board.snapshot": boardSnapshot, "board.missing": boardMissing } as const;
export type SnapshotEventType = keyof typeof snapshotEvents;
export type SnapshotEventPayload<Type extends SnapshotEventType> = z.infer<(typeof snapshotEvents)[Type]["payload"]>;
/** A discriminated union over `type`. */
export type SnapshotEvent = {
  [Type in SnapshotEventType]: { type: Type; payload: SnapshotEventPayload<Type> };
}[SnapshotEventType];
