import { z } from "zod";
import { defineEvent } from "./define-event.ts";
import { agentStatusSchema, jobStatusSchema } from "./job-status.ts";
import { bridgeStatusSchema } from "./bridge-status.ts";

export const sideSchema = z.enum(["api", "worker"]);
export type Side = z.infer<typeof sideSchema>;

/** What an instance admin may do about something that went wrong. */
export const operationSchema = z.discriminatedUnion("action", [
  /** A parked event is handled once more. */
  z.object({ action: z.literal("redrive-event"), side: sideSchema, eventId: z.uuid() }),
  /** A parked event is left for good. */
  z.object({ action: z.literal("discard-event"), side: sideSchema, eventId: z.uuid() }),
  /** A dead letter is run once more. */
  z.object({ action: z.literal("retry-job"), side: z.literal("worker"), jobId: z.uuid() }),
  /** A dead letter is left for good. */
  z.object({ action: z.literal("discard-job"), side: z.literal("worker"), jobId: z.uuid() }),
  /** What the worker knows of all boards is built anew from snapshots. */
  z.object({ action: z.literal("rebuild-projections"), side: z.literal("worker") }),
  /** A database was restored in a way nobody can notice (a copied data folder): a new epoch begins. */
  z.object({ action: z.literal("begin-epoch"), side: z.literal("api") }),
]);
export type Operation = z.infer<typeof operationSchema>;

/** An instance admin decided. Decisions about the API's side are done when this is written; the worker does its own. */
export const operationDecided = defineEvent({
  type: "operation.decided",
  payload: z.object({ operation: operationSchema, reason: z.string() }),
});

/** Somebody looks at the operations page: the worker is asked how it is. */
export const reportRequested = defineEvent({ type: "report.requested", payload: z.object({}) });

/** How the worker's side is. */
export const workerReportSchema = z.object({
  reportedAt: z.iso.datetime(),
  bridge: bridgeStatusSchema,
  jobs: jobStatusSchema,
  /** Absent from reports of older workers. */
  agents: z.array(agentStatusSchema).optional(),
});
export type WorkerReport = z.infer<typeof workerReportSchema>;

export const workerReported = defineEvent({ type: "worker.reported", payload: workerReportSchema });
