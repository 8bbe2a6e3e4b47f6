import fc from "fast-check";
import { expect, test } from "vitest";
import { copyText, plainText } from "./copy-text.ts";

test("what would end a field or a line is escaped, and read again as it was", () => {
  expect(copyText("C:\\new\ttab\r\nline\b\f\v")).toBe("C:\\\\new\\ttab\\r\\nline\\b\\f\\v");
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("\\", "\t", "\n", "\r", "\b", "\f", "\v", "n", "N", "ü") }),
      (text) => {
        expect(copyText(text)).not.toMatch(/[\t\n\r]/u);
        expect(plainText(copyText(text))).toBe(text);
      },
    ),
  );
});

test("nothing is a text of its own", () => {
  expect(plainText("\\N")).toBe("\\N");
  expect(copyText("\\N")).toBe("\\\\N");
});
