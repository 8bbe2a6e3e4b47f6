import { runCommand } from "../check/run-command.ts";
import { readTally, reportFile, type Tally } from "./tally.ts";

/** What takes seconds and depends on no clock. The others wait for dead workers to be noticed: minutes, in `pnpm chaos`. */
const everyTime = "R2b,R2c,R3,R12";

/** Breaks the product on purpose, in the small size, and counts the promises that held. */
export async function runChaos(): Promise<Tally> {
  const file = reportFile("chaos");
  const { exitCode } = await runCommand("node", ["chaos/src/main.ts", `--only=${everyTime}`, `--report=${file}`], {
    echo: true,
  });
  return readTally<Tally>(file, exitCode, ({ passed, failed }) => ({ passed, failed }));
}
