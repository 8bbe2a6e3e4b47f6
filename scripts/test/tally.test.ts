import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { failureOf, readTally, type Tally } from "./tally.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kanban-tally-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tallyOf = (report: string, exitCode: number) => {
  const file = path.join(folder, "report.json");
  writeFileSync(file, report);
  return readTally<Tally>(file, exitCode, (tally) => tally);
};

test("a report is believed", () => {
  expect(tallyOf(`{"passed":3,"failures":["a","b"]}`, 1)).toEqual({ passed: 3, failures: ["a", "b"] });
  expect(tallyOf(`{"passed":3,"failures":[]}`, 0)).toEqual({ passed: 3, failures: [] });
});

test.each([
  ["a failure no test explains", `{"passed":3,"failures":[]}`, 1, 3, /beside its tests, exit code 1/],
  ["a run of no test", `{"passed":0,"failures":[]}`, 0, 0, /found no test/],
  ["a report cut short", `{"passed":3`, 0, 0, /no report/],
])("%s counts as one failure", (_, report, exitCode, passed, why) => {
  expect(tallyOf(report, exitCode)).toEqual({ passed, failures: [expect.stringMatching(why)] });
});

test("no report at all counts as one failure", () => {
  expect(readTally(path.join(folder, "none.json"), 0, () => ({ passed: 1, failures: [] }))).toEqual({
    passed: 0,
    failures: ["none left no report that can be read, exit code 0"],
  });
});

test("what a random search found is named with the seed that finds it again", () => {
  const why = 'Error: Property failed after 3 tests\n{ seed: 7, path: "2:0" }\nCounterexample: [[]]';
  expect(failureOf("ranks order", why)).toBe(
    'ranks order: Error: Property failed after 3 tests { seed: 7, path: "2:0" }',
  );
});
