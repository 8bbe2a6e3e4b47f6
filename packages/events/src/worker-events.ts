import { hintEvidenceSchema, hintValueSchema } from "@kanban/domain/entities";
import { hintIdSchema, taskIdSchema } from "@kanban/domain/ids";
import { z } from "zod";
import { defineEvent } from "./define-event.ts";

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

/** What the worker tells. */
export const workerEvents = { "hints.proposed": hintsProposed } as const;
export type WorkerEventType = keyof typeof workerEvents;
export type WorkerEventPayload<Type extends WorkerEventType> = z.infer<(typeof workerEvents)[Type]["payload"]>;
/** An event of the worker: a discriminated union over `type`. */
export type WorkerEvent = {
  [Type in WorkerEventType]: { type: Type; payload: WorkerEventPayload<Type> };
}[WorkerEventType];
