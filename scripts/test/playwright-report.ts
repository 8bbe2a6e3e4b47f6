import { failureOf, type Tally } from "./tally.ts";

type Result = { error?: { message?: string } };
type Suite = {
  file: string;
  suites?: Suite[];
  specs: { title: string; line: number; tests: { status: string; projectName: string; results: Result[] }[] }[];
};

/** What we read of Playwright's JSON report. */
export type PlaywrightReport = { suites: Suite[] };

/** Counts journeys; one that needed its second try has passed, and Playwright itself has said which. */
export function countPlaywright({ suites }: PlaywrightReport): Tally {
  const tally: Tally = { passed: 0, failures: [] };
  for (const suite of suites) {
    for (const { title, line, tests } of suite.specs)
      for (const { status, projectName, results } of tests) {
        if (status === "expected" || status === "flaky") tally.passed += 1;
        if (status !== "unexpected") continue;
        const name = `[${projectName}] ${suite.file}:${line}: ${title}`;
        tally.failures.push(failureOf(name, results.at(-1)?.error?.message));
      }
    const inner = countPlaywright({ suites: suite.suites ?? [] });
    tally.passed += inner.passed;
    tally.failures.push(...inner.failures);
  }
  return tally;
}
