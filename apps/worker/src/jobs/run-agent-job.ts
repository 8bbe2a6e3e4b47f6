import { boardIdSchema, taskIdSchema } from "@kanban/domain/ids";
import { instantSchema } from "@kanban/domain/moment";
import { actorSchema } from "@kanban/events/actor";
import { createHash } from "node:crypto";
import { z } from "zod";

/** What a `run-agents` job carries: which agent, on which text, and the event it goes back to. */
export const runAgentJobSchema = z.object({
  agent: z.string(),
  taskId: taskIdSchema,
  boardId: boardIdSchema,
  /** The task version that has this text. */
  taskVersion: z.int().positive(),
  /** Tells whether the projection still has that text. */
  textHash: z.string(),
  writtenAt: instantSchema,
  actor: actorSchema,
  cause: z.object({ eventId: z.uuid(), correlationId: z.uuid(), depth: z.int().nonnegative() }),
});
export type RunAgentJob = z.infer<typeof runAgentJobSchema>;

/** A fingerprint of what agents read. */
export function hashText({ title, notes }: { title: string; notes: string }): string {
  return createHash("sha256").update(title).update("\0").update(notes).digest("hex");
}
