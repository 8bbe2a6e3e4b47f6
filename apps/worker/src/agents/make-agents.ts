import { parseAllowList } from "@kanban/safe-fetch/allow-list";
import { createSafeFetch } from "@kanban/safe-fetch/safe-fetch";
import type { Pool } from "pg";
import type { AgentsEnv } from "../env.ts";
import { modelAsker } from "../language-model/ask-model.ts";
import { createCircuitBreaker } from "../language-model/circuit-breaker.ts";
import { type ModelSettings, modelSettings } from "../language-model/model-settings.ts";
import { postChat } from "../language-model/post-chat.ts";
import { recordedChat } from "../language-model/recorded-chat.ts";
import { pageReader } from "../pages/look-up-page.ts";
import { findPage } from "../pages/page.repository.ts";
import type { Agent } from "./agent.ts";
import { cheapAgents } from "./agents.ts";
import { linkAgent } from "./link.ts";
import { modelAgent } from "./model.ts";

type Deps = { env: AgentsEnv; pool: Pool; now: () => Date };

/** Every agent this installation runs, by its environment. */
export function makeAgents({ env, pool, now }: Deps): readonly Agent[] {
  const fetchPage = createSafeFetch({ allow: parseAllowList(env.FETCH_ALLOW) });
  const links = env.FETCH_PAGES === "on" ? [linkAgent(pageReader({ pool, fetchPage, now }))] : [];
  const settings = modelSettings(env);
  return [...cheapAgents, ...links, ...(settings ? [modelOf(settings, { pool, now })] : [])];
}

function modelOf(settings: ModelSettings, { pool, now }: Omit<Deps, "env">): Agent {
  const live = postChat(settings);
  const chat = settings.recordings ? recordedChat(settings.recordings, live) : live;
  const ask = modelAsker({ settings, chat, breaker: createCircuitBreaker(), pool, now });
  // Only what the link agent has read already: the model makes nobody fetch anything.
  const knownPage = async (url: string) => (await findPage(pool, url))?.facts ?? null;
  return modelAgent(ask, settings.readsPages ? knownPage : null);
}
