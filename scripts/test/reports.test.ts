import path from "node:path";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../prisma/database-side.ts";
import { countPlaywright } from "./playwright-report.ts";
import { countVitest } from "./vitest-report.ts";

const file = (name: string) => path.join(PROJECT_ROOT, name);

test("of vitest, failed tests and files that could not be loaded are named with why", () => {
  const passed = { status: "passed", fullName: "holds" };
  const failed = { status: "failed", fullName: "rank orders", failureMessages: ["Error: a before b\n    at x"] };
  const skipped = { status: "skipped", fullName: "later" };
  expect(
    countVitest({
      testResults: [
        { name: file("a.test.ts"), status: "failed", message: "", assertionResults: [passed, failed, skipped] },
        { name: file("b.test.ts"), status: "failed", message: "No such module\nat y", assertionResults: [] },
        { name: file("c.test.ts"), status: "passed", message: "", assertionResults: [passed] },
      ],
    }),
  ).toEqual({ passed: 2, failures: ["a.test.ts: rank orders: Error: a before b", "b.test.ts: No such module"] });
});

test("of Playwright, a journey counts once for each project, and a second try that passed is no failure", () => {
  const journey = (title: string, ...tests: [projectName: string, status: string][]) => ({
    title,
    line: 5,
    tests: tests.map(([projectName, status]) => ({
      projectName,
      status,
      results: [{}, { error: { message: "Timed out\nCall log" } }],
    })),
  });
  expect(
    countPlaywright({
      suites: [
        {
          file: "e2e/a.spec.ts",
          specs: [journey("a card is moved", ["desktop", "expected"], ["phone", "unexpected"])],
          suites: [{ file: "e2e/a.spec.ts", specs: [journey("on a dark device", ["desktop", "flaky"])] }],
        },
      ],
    }),
  ).toEqual({ passed: 2, failures: ["[phone] e2e/a.spec.ts:5: a card is moved: Timed out"] });
});
