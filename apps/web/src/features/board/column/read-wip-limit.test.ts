import { expect, test } from "vitest";
import { readWipLimit } from "./read-wip-limit.ts";

test("a whole number in range is a limit, nothing is none, anything else is wrong", () => {
  expect(["", " 3 ", "999"].map(readWipLimit)).toEqual([null, 3, 999]);
  expect(["0", "-1", "1000", "2.5", "three"].map(readWipLimit)).toEqual(["wrong", "wrong", "wrong", "wrong", "wrong"]);
});
