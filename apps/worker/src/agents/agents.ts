import { actionsAgent } from "./actions.ts";
import type { Agent, TextAgent } from "./agent.ts";
import { contextAgent } from "./context.ts";
import { datesAgent } from "./dates.ts";
import { duplicateAgent } from "./duplicate.ts";
import { estimateAgent } from "./estimate.ts";
import type { LearntAgent } from "./learnt-agent.ts";
import { projectAgent } from "./project.ts";
import { tagsAgent } from "./tags.ts";
import { waitingAgent } from "./waiting.ts";

/** Those that read a task's own words. */
export const textAgents: readonly TextAgent[] = [datesAgent, waitingAgent, actionsAgent];

/** Those that learn from what was chosen on a board. */
export const learntAgents: readonly LearntAgent[] = [
  tagsAgent,
  contextAgent,
  projectAgent,
  duplicateAgent,
  estimateAgent,
];

/**
 * Every agent that needs nothing but this process. A new one reads all open tasks as soon as it is here. Those that
 * fetch pages or ask a model are made from the environment, in `startWorker`.
 */
export const cheapAgents: readonly Agent[] = [...textAgents, ...learntAgents];
