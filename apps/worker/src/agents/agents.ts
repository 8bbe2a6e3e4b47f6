import { actionsAgent } from "./actions.ts";
import type { Agent } from "./agent.ts";
import { datesAgent } from "./dates.ts";
import { waitingAgent } from "./waiting.ts";

/** Those that need nothing but a task's own words. */
export const textAgents: readonly Agent[] = [datesAgent, waitingAgent, actionsAgent];

/** Every agent there is. A new one starts with the next text that is written. */
export const agents: readonly Agent[] = textAgents;
