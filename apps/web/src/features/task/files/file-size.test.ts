import { expect, test } from "vitest";
import { fileKind, fileSize } from "./file-size.ts";

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1_000, "1.0 kB"],
  [48_213, "48 kB"],
  [999_499, "999 kB"],
  [999_999, "1.0 MB"],
  [52_428_800, "52 MB"],
  [3_200_000_000, "3.2 GB"],
])("%i bytes are %s", (bytes, words) => expect(fileSize(bytes)).toBe(words));

test("a type is said in a word", () => {
  expect(
    ["image/png", "image/jpeg", "application/pdf", "text/plain", "application/octet-stream"].map(fileKind),
  ).toEqual(["PNG", "JPEG", "PDF", "Text", "File"]);
});
