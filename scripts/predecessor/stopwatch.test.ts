import { expect, test } from "vitest";
import { createStopwatch } from "./stopwatch.ts";

test("steps are said as they begin, and their times add up over attempts", () => {
  const said: string[] = [];
  let time = 0;
  const watch = createStopwatch(
    { boards: 10 },
    (line) => said.push(line),
    () => time,
  );
  watch.step("boards");
  time += 2_000;
  watch.step("boards");
  time += 1_000;
  watch.step("verify");
  time += 500;
  expect(watch.stop()).toEqual({ boards: 13, verify: 0.5 });
  time += 9_000;
  watch.step("verify");
  expect(watch.stop()).toEqual({ boards: 13, verify: 0.5 });
  expect(said).toEqual(["step boards", "step verify", "step verify"]);
});
