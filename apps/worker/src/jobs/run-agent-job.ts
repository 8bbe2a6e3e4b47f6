import { taskIdSchema } from "@kanban/domain/ids";
import { z } from "zod";
import { deterministicId } from "@kanban/messaging/deterministic-id";
import { agentJobs } from "./queues.ts";

/** What a job of an agent carries: which agent is to read which text. All else stands in the projection. */
export const runAgentJobSchema = z.object({
  agent: z.string(),
  taskId: taskIdSchema,
  /** The event the text came with: tells whether the task still has it. */
  textEventId: z.uuid(),
  /** When the agent was woken. Absent from jobs older than this field. */
  wokenAt: z.iso.datetime().optional(),
});
export type RunAgentJob = z.infer<typeof runAgentJobSchema>;

/**
 * One job for each agent and text, whoever asks for it and how often: the event, or the reconciler after a loss. The
 * same in every queue, for an agent may move from one to another. `outdated`, the end of a run whose result no longer
 * holds, makes it another one: what follows from the first id, its report too, has been there.
 */
export function runAgentJobId(
  { agent, textEventId }: Pick<RunAgentJob, "agent" | "textEventId">,
  outdated: string | null = null,
): string {
  return deterministicId(textEventId, `${agentJobs.name}:${agent}${outdated === null ? "" : `:${outdated}`}`);
}
