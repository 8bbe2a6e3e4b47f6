import { rewritingArgs } from "../rig/rewriting.ts";
import type { ScenarioContext } from "../scenario.ts";
import type { Mutant } from "./mutant.ts";

/** How a scenario is run so that the product, or the client, has the bug. */
export function hookArgs(mutant: Mutant): Partial<ScenarioContext> {
  const { cases } = mutant;
  const shared = { hasPlantedBug: true, ...(cases ? { isWanted: (name: string) => cases.test(name) } : {}) };
  if ("retryKey" in mutant) return { ...shared, retryKey: mutant.retryKey };
  return { ...shared, nodeArgs: rewritingArgs(mutant) };
}
