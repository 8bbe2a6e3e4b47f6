import { taskIdSchema } from "@kanban/domain/ids";
import { z } from "zod";
import { defineEvent } from "./define-event.ts";

/** Where an agent stands with a text: at it, waiting to try again, or through with it. */
export const readingStateSchema = z.enum(["reading", "delayed", "ended"]);
export type ReadingState = z.infer<typeof readingStateSchema>;

/**
 * How an agent gets on with a task's text that takes it longer than a glance: a page to fetch, a model to ask. Worth
 * something only while it lasts; what came of it is told by `hints.proposed`.
 */
export const readingReported = defineEvent({
  type: "reading.reported",
  payload: z.object({
    taskId: taskIdSchema,
    taskVersion: z.int().positive(),
    agent: z.string(),
    /** The first try is 0. Version, attempt and state tell an older word from a newer one. */
    attempt: z.int().nonnegative(),
    state: readingStateSchema,
  }),
});
