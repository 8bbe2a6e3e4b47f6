import { expect, test } from "vitest";
import { describeRefusal } from "./connection-check.ts";

const connection = { host: "db", port: 5432, user: "kanban_api", database: "kanban_api" };
const refusal = (code: string | undefined) =>
  describeRefusal({ message: "said pg", ...(code ? { code } : {}) }, connection);

test.each([
  ["3D000", "P1003"],
  ["28P01", "P1000"],
  ["28000", "P1000"],
  ["42501", "P1010"],
  ["ECONNREFUSED", "P1001"],
  [undefined, "P1001"],
])("%s becomes %s", (code, expected) => {
  expect(refusal(code).error_code).toBe(expected);
});

test("what pg says about an unreachable server is passed on", () => {
  expect(refusal("ENOTFOUND").message).toContain("said pg");
});
