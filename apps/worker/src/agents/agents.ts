import type { Agent } from "./agent.ts";
import { datesAgent } from "./dates.ts";

/** Every agent there is. A new one starts with the next text that is written. */
export const agents: readonly Agent[] = [datesAgent];
