import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { PROJECT_ROOT } from "../prisma/database-side.ts";

/** What a runner counted, and the names of what failed, each with why in one line. */
export type Tally = { passed: number; failures: string[] };

/** A failure as {@link Tally} names it: with the first line of why, and of a random search the seed that finds it again. */
export function failureOf(name: string, why = ""): string {
  const [first, ...rest] = why.split("\n");
  const seed = rest.find((line) => line.startsWith("{ seed:"));
  return [`${name}: ${first}`, ...(seed ? [seed] : [])].join(" ");
}

/** Where the runners leave their reports for us; git ignores it. */
export const REPORT_FOLDER = path.join(PROJECT_ROOT, "test-results/reports");

/** A fresh place for one runner's JSON report. */
export function reportFile(name: string): string {
  mkdirSync(REPORT_FOLDER, { recursive: true });
  return path.join(REPORT_FOLDER, `${name}.json`);
}

/**
 * Reads what a runner reported. A runner that left no report, found no test, or failed without a failed test (a broken
 * set-up, an unhandled error) counts as one failure: silence is not success.
 */
export function readTally<Report>(file: string, exitCode: number, count: (report: Report) => Tally): Tally {
  const runner = path.basename(file, ".json");
  let tally: Tally;
  try {
    tally = count(JSON.parse(readFileSync(file, "utf8")) as Report);
  } catch {
    return { passed: 0, failures: [`${runner} left no report that can be read, exit code ${exitCode}`] };
  }
  if (tally.failures.length > 0) return tally;
  if (exitCode !== 0) return { ...tally, failures: [`${runner} failed beside its tests, exit code ${exitCode}`] };
  return tally.passed === 0 ? { ...tally, failures: [`${runner} found no test`] } : tally;
}
