import type { Agent } from "./agent.ts";
import { datesAgent } from "./dates.ts";

/**
 * Every agent that needs nothing but this process. A new one reads all open tasks as soon as it is here. Those that
 * fetch pages or ask a model are made from the environment, in `startWorker`.
 */
export const cheapAgents: readonly Agent[] = [datesAgent];
