import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { PROJECT_ROOT } from "../prisma/database-side.ts";

export type Tally = { passed: number; failed: number };

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
  let tally: Tally;
  try {
    tally = count(JSON.parse(readFileSync(file, "utf8")) as Report);
  } catch {
    return { passed: 0, failed: 1 };
  }
  const isSilent = tally.failed === 0 && (exitCode !== 0 || tally.passed === 0);
  return isSilent ? { ...tally, failed: 1 } : tally;
}
