import path from "node:path";
import { PROJECT_ROOT } from "../prisma/database-side.ts";
import { failureOf, type Tally } from "./tally.ts";

/** What we read of vitest's JSON report. */
export type VitestReport = {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
};

/** Counts tests; a file that could not be loaded, or whose set-up failed, is one failure more. */
export function countVitest({ testResults }: VitestReport): Tally {
  const tally: Tally = { passed: 0, failures: [] };
  for (const file of testResults) {
    const name = path.relative(PROJECT_ROOT, file.name);
    const failed = file.assertionResults.filter(({ status }) => status === "failed");
    tally.passed += file.assertionResults.filter(({ status }) => status === "passed").length;
    for (const { fullName, failureMessages } of failed)
      tally.failures.push(failureOf(`${name}: ${fullName}`, failureMessages?.[0]));
    if (file.status === "failed" && failed.length === 0) tally.failures.push(failureOf(name, file.message));
  }
  return tally;
}
