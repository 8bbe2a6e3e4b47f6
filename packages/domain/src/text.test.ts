import { expect, test } from "vitest";
import { momentSchema } from "./moment.ts";
import { mutationInputs } from "./mutations.ts";
import { freeText, lineText } from "./text.ts";

test("text that cannot be stored is refused: NUL and half a surrogate pair", () => {
  expect(freeText(10).safeParse("a\0b").success).toBe(false);
  expect(freeText(10).safeParse("a\ud800b").success).toBe(false);
  expect(freeText(10).parse("a👍b")).toBe("a👍b");
});

test("a line is trimmed, not empty and one line", () => {
  expect(lineText(10).parse("  Buy milk ")).toBe("Buy milk");
  expect(lineText(10).safeParse("   ").success).toBe(false);
  expect(lineText(10).safeParse("a\nb").success).toBe(false);
  expect(lineText(3).safeParse("abcd").success).toBe(false);
});

test.each(["2026-02-30", "0000-01-01", "9999-12-31", "+275760-09-13", "tomorrow", "2026-11-27 14:00", ""])(
  "%j is no moment",
  (text) => {
    expect(momentSchema.safeParse(text).success).toBe(false);
  },
);

test("a moment is a whole day or an instant in UTC with milliseconds", () => {
  expect(momentSchema.parse("2028-02-29")).toBe("2028-02-29");
  expect(momentSchema.parse("2026-11-27T14:00:00Z")).toBe("2026-11-27T14:00:00.000Z");
});

test("an unknown key in a mutation is refused, not ignored", () => {
  const id = "0193b3a0-0000-7000-8000-000000000001";
  const input = { boardId: id, mutationId: id, taskId: id };
  expect(mutationInputs["task.archive"].safeParse(input).success).toBe(true);
  expect(mutationInputs["task.archive"].safeParse({ ...input, role: "owner" }).success).toBe(false);
  expect(
    mutationInputs["task.archive"].safeParse(JSON.parse(JSON.stringify(input).replace("{", '{"__proto__":{},')))
      .success,
  ).toBe(false);
});
