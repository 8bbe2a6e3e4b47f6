import { parseAllowList } from "@kanban/safe-fetch/allow-list";
import { createSafeFetch } from "@kanban/safe-fetch/safe-fetch";
import type { Pool } from "pg";
import type { WorkerEnv } from "../env.ts";
import { pageReader } from "../pages/look-up-page.ts";
import type { Agent } from "./agent.ts";
import { cheapAgents } from "./agents.ts";
import { linkAgent } from "./link.ts";

/** Every agent this installation runs, by its environment. */
export function makeAgents({ env, pool, now }: { env: WorkerEnv; pool: Pool; now: () => Date }): readonly Agent[] {
  if (env.FETCH_PAGES === "off") return cheapAgents;
  const fetch = createSafeFetch({ allow: parseAllowList(env.FETCH_ALLOW) });
  return [...cheapAgents, linkAgent(pageReader({ pool, fetch, now }))];
}
