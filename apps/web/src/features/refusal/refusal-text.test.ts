import { refusalCodes } from "@kanban/domain/refusal";
import { describe, expect, test } from "vitest";
import { refusalText } from "./refusal-text.ts";

describe("a refusal in words", () => {
  test.each(refusalCodes)("%s is a whole sentence even without facts", (code) => {
    const text = refusalText({ code, details: {} });
    expect(text).toMatch(/^\S.*[.]$/u);
    expect(text).not.toMatch(/undefined|null/u);
  });

  test("a full column is named with its numbers and the way out", () => {
    expect(refusalText({ code: "WIP_LIMIT_REACHED", details: { column: "Doing", wipLimit: 3, openTasks: 3 } })).toBe(
      "Doing is full: 3 of 3. Finish or move one first.",
    );
  });

  test("a taken name is quoted", () => {
    expect(refusalText({ code: "NAME_TAKEN", details: { name: "money" } })).toBe("“money” is taken already.");
  });
});
