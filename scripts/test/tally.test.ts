import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readTally, type Tally } from "./tally.ts";

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
  expect(tallyOf(`{"passed":3,"failed":2}`, 1)).toEqual({ passed: 3, failed: 2 });
  expect(tallyOf(`{"passed":3,"failed":0}`, 0)).toEqual({ passed: 3, failed: 0 });
});

test.each([
  ["a failure no test explains", `{"passed":3,"failed":0}`, 1, { passed: 3, failed: 1 }],
  ["a run of no test", `{"passed":0,"failed":0}`, 0, { passed: 0, failed: 1 }],
  ["a report cut short", `{"passed":3`, 0, { passed: 0, failed: 1 }],
])("%s counts as one failure", (_, report, exitCode, expected) => {
  expect(tallyOf(report, exitCode)).toEqual(expected);
});

test("no report at all counts as one failure", () => {
  expect(readTally(path.join(folder, "none.json"), 0, () => ({ passed: 1, failed: 0 }))).toEqual({
    passed: 0,
    failed: 1,
  });
});
