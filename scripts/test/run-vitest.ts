import { runCommand } from "../check/run-command.ts";
import { readTally, reportFile, type Tally } from "./tally.ts";
import { countVitest } from "./vitest-report.ts";

/** Runs the pure tests and those with a database, and counts them. */
export async function runVitest(): Promise<Tally> {
  const file = reportFile("vitest");
  const { exitCode } = await runCommand(
    "vitest",
    ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    { echo: true },
  );
  return readTally(file, exitCode, countVitest);
}
