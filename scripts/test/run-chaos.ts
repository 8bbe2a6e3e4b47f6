import { runCommand } from "../check/run-command.ts";
import { readTally, reportFile, type Tally } from "./tally.ts";

/** Breaks the product on purpose, in the small size, and counts the promises that held. */
export async function runChaos(): Promise<Tally> {
  const file = reportFile("chaos");
  const { exitCode } = await runCommand("node", ["chaos/src/main.ts", `--report=${file}`], { echo: true });
  return readTally<Tally>(file, exitCode, ({ passed, failures }) => ({ passed, failures }));
}
