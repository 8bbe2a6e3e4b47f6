import type { PoolClient } from "pg";
import type { Agent, AgentCost } from "../agents/agent.ts";
import { cheapAgents } from "../agents/agents.ts";
import { queueOfCost } from "./queues.ts";
import type { RunAgentJob } from "./run-agent-job.ts";
import type { NewJob, SendJob } from "./send-job.ts";
import { createTurns, type TakeTurn } from "./take-turns.ts";

/** One agent to read one text, on behalf of whoever wrote it. */
export type AgentOrder = { id: string; data: Omit<RunAgentJob, "wokenAt">; userId: string };

/** How agents are given work: which there are, and the one way to their queues. */
export type AgentOrders = {
  agents: readonly Agent[];
  /**
   * Makes the jobs, in the caller's transaction. `isEdit`: they read what somebody may still be typing, so they wait
   * until it has come to rest.
   */
  place(tx: PoolClient, orders: readonly AgentOrder[], options?: { isEdit?: boolean }): Promise<void>;
};

/**
 * How long a text must have been left alone before agents read it; a job that finds newer text by then does nothing.
 * A hint may appear while somebody types on, but not flicker with every pause between two words; what costs others
 * something waits for the end of the thought.
 */
export const settleSeconds: Record<AgentCost, number> = { cheap: 0.5, fetch: 2, model: 5 };

/** Gives work to agents through `sendJob`, everybody in turn. `onDelayed` is told of jobs that may be done only later. */
export function placeOrdersThrough(
  sendJob: SendJob,
  {
    agents = cheapAgents,
    takeTurn = createTurns(),
    onDelayed = () => {},
  }: { agents?: readonly Agent[]; takeTurn?: TakeTurn; onDelayed?: (cost: AgentCost, seconds: number) => void } = {},
): AgentOrders {
  const costs = new Map(agents.map(({ name, cost }) => [name, cost]));
  return {
    agents,
    place: async (tx, orders, { isEdit = false } = {}) => {
      const jobs = new Map<AgentCost, NewJob[]>();
      // All agents of a text share its turn.
      const turns = new Map<string, number>();
      // Not when it happened: what is imported, or told by a demo, happened long ago.
      const wokenAt = new Date().toISOString();
      for (const { id, data, userId } of orders) {
        const cost = costs.get(data.agent);
        if (!cost) continue;
        const text = `${cost} ${data.textEventId}`;
        const priority = turns.get(text) ?? takeTurn(userId, cost);
        turns.set(text, priority);
        const job = { id, data: { ...data, wokenAt }, priority, ...(isEdit && { startAfter: settleSeconds[cost] }) };
        jobs.set(cost, [...(jobs.get(cost) ?? []), job]);
      }
      for (const [cost, ofCost] of jobs) {
        await sendJob(tx, queueOfCost[cost].name, ...ofCost);
        if (isEdit) onDelayed(cost, settleSeconds[cost]);
      }
    },
  };
}
