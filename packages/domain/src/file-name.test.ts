import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanFileName } from "./file-name.ts";
import { limits } from "./limits.ts";

test.each([
  ["report.pdf", "report.pdf"],
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\Ada\\photo.jpg", "photo.jpg"],
  ["..\\..\\x.txt", "x.txt"],
  ["a\0b\r\nc.txt", "abc.txt"],
  // Shown as "invoiceexe.pdf" by whoever obeys it.
  ["invoice\u202efdp.exe", "invoicefdp.exe"],
  ["..", "file"],
  ["", "file"],
  ["photos/", "file"],
  ["  Überweisung März.png ", "Überweisung März.png"],
  ['quote".txt', 'quote".txt'],
])("%j becomes %j", (given, cleaned) => expect(cleanFileName(given)).toBe(cleaned));

test("a long name keeps its ending", () => {
  const name = cleanFileName(`${"long ".repeat(100)}.jpeg`);
  expect(name).toHaveLength(limits.fileName);
  expect(name.endsWith(".jpeg")).toBe(true);
});

test("whatever is given, a name is one well-formed line without folders, and cleaning it again changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (given) => {
      const name = cleanFileName(given);
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(limits.fileName);
      expect(name.isWellFormed()).toBe(true);
      expect(name).not.toMatch(/[\p{Cc}/\\\u202e]/u);
      expect(cleanFileName(name)).toBe(name);
    }),
  );
});
