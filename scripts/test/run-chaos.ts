import { runCommand } from "../check/run-command.ts";
import { SEARCH_SEED } from "./search-seed.ts";
import { readTally, reportFile, type Tally } from "./tally.ts";

/** Breaks the product on purpose, in the small size, and counts the promises that held. */
export async function runChaos(): Promise<Tally> {
  const file = reportFile("chaos");
  const options = [`--seed=${SEARCH_SEED}`, `--report=${file}`];
  const { exitCode } = await runCommand("node", ["chaos/src/main.ts", ...options], { echo: true });
  return readTally<Tally>(file, exitCode, ({ passed, failures }) => ({ passed, failures }));
}
