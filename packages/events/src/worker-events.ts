import { hintEvidenceSchema, hintValueSchema } from "@kanban/domain/entities";
import { attachmentIdSchema, boardIdSchema, hintIdSchema, taskIdSchema } from "@kanban/domain/ids";
import { z } from "zod";
import { defineEvent } from "./define-event.ts";
import { deliveryReported } from "./delivery-events.ts";
import { mailboxReported, mailReceived } from "./mailbox-events.ts";
import { workerReported } from "./operations-events.ts";
import { readingReported } from "./reading-events.ts";
import { watermarkReported } from "./watermark.ts";

/**
 * What an agent proposes for one version of a task's text: all of it, so that an empty list withdraws what the agent
 * proposed before. A report about older text than the task has now is dropped by the API.
 */
export const hintsProposed = defineEvent({
  type: "hints.proposed",
  payload: z.object({
    taskId: taskIdSchema,
    taskVersion: z.int().positive(),
    agent: z.string(),
    hints: z.array(
      z.object({
        hintId: hintIdSchema,
        value: hintValueSchema,
        evidence: hintEvidenceSchema,
        confidence: z.number().min(0).max(1),
      }),
    ),
  }),
});

/**
 * The worker has made a small picture of a file, of these bytes, and stored it beside them; `null` when it never will,
 * because they are no image it reads.
 */
export const attachmentPreviewed = defineEvent({
  type: "attachment.previewed",
  payload: z.object({
    taskId: taskIdSchema,
    attachmentId: attachmentIdSchema,
    sha256: z.string(),
    /** The picture's own hash, and the measures of the upright original. */
    preview: z.object({ sha256: z.string(), width: z.int().positive(), height: z.int().positive() }).nullable(),
  }),
});

/** The worker lost the thread of these boards, or of all (`null`), and asks for them as they are. */
export const snapshotRequested = defineEvent({
  type: "snapshot.requested",
  payload: z.object({ boardIds: z.array(boardIdSchema).nullable(), reason: z.string() }),
});

/**
 * What the worker tells. `hints.proposed`, `reading.reported` and `attachment.previewed` are about a board and on behalf
 * of somebody.
 */
export const workerEvents = {
  "hints.proposed": hintsProposed,
  "reading.reported": readingReported,
  "attachment.previewed": attachmentPreviewed,
  "snapshot.requested": snapshotRequested,
  "watermark.reported": watermarkReported,
  "worker.reported": workerReported,
  "delivery.reported": deliveryReported,
  "mail.received": mailReceived,
  "mailbox.reported": mailboxReported,
} as const;
export type WorkerEventType = keyof typeof workerEvents;
export type WorkerEventPayload<Type extends WorkerEventType> = z.infer<(typeof workerEvents)[Type]["payload"]>;
/** An event of the worker: a discriminated union over `type`. */
export type WorkerEvent = {
  [Type in WorkerEventType]: { type: Type; payload: WorkerEventPayload<Type> };
}[WorkerEventType];
