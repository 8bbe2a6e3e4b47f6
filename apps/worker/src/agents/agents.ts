import { actionsAgent } from "./actions.ts";
import type { Agent, TextAgent } from "./agent.ts";
import { datesAgent } from "./dates.ts";
import { waitingAgent } from "./waiting.ts";

/** Those that read a task's own words. */
export const textAgents: readonly TextAgent[] = [datesAgent, waitingAgent, actionsAgent];

/**
 * Every agent that needs nothing but this process. A new one reads all open tasks as soon as it is here. Those that
 * fetch pages or ask a model are made from the environment, in `startWorker`.
 */
export const cheapAgents: readonly Agent[] = [...textAgents];
