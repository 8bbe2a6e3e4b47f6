import { limits } from "@kanban/domain/limits";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nameOf } from "./capture.ts";
import { composeCapture } from "./compose-capture.ts";

const now = new Date("2026-01-02T03:04:05.000Z");
const page = { title: "Roofs", url: "https://example.com/roofs", selection: "", note: "", boardId: null };

test("a page, what was selected on it and a note become one capture", () => {
  const selection = "Slate lasts.\r\n\r\n\r\n\r\n  It is heavy.  ";
  expect(composeCapture({ ...page, selection, note: " for the shed " }, now)).toEqual({
    title: "Roofs",
    text: "for the shed\n\n> Slate lasts.\n>\n>   It is heavy.",
    url: "https://example.com/roofs",
    boardId: null,
    capturedAt: "2026-01-02T03:04:05.000Z",
  });
});

test("an address that is none of the web, or too long, is left out; nothing at all is no capture", () => {
  expect(composeCapture({ ...page, url: "file:///home/vera/taxes.pdf" }, now)?.url).toBeNull();
  expect(composeCapture({ ...page, url: "javascript:alert(1)" }, now)?.url).toBeNull();
  expect(
    composeCapture({ ...page, url: `https://example.com/${"x".repeat(limits.capturedUrl)}` }, now)?.url,
  ).toBeNull();
  expect(composeCapture({ ...page, title: " \n", url: "about:blank", selection: "\n \n" }, now)).toBeNull();
});

test("whatever a page says, the text fits and stays whole characters", () => {
  const long = composeCapture({ ...page, selection: "🏠ß\n".repeat(200_000) }, now)!;
  expect(new TextEncoder().encode(long.text).length).toBeLessThanOrEqual(limits.capturedBytes);
  expect(long.text.endsWith("\n…")).toBe(true);
  expect(long.text).not.toContain("\ufffd");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), (title, selection) => {
      const capture = composeCapture({ ...page, title, selection }, now)!;
      expect(capture.title).not.toMatch(/\n/u);
      const unquoted = capture.text.split("\n").map((line) => line.replace(/^> ?/u, ""));
      // No word is lost, whatever becomes of the space around it.
      expect(unquoted.join("").replace(/\s/gu, "")).toBe(selection.replace(/\s/gu, ""));
    }),
  );
});

test("a capture is known by its title, else its first words, else its address", () => {
  const named = (more: object) => nameOf({ ...composeCapture(page, now)!, ...more });
  expect(named({})).toBe("Roofs");
  expect(named({ title: "", text: "> Slate\n> lasts" })).toBe("Slate");
  expect(named({ title: "", text: "" })).toBe("https://example.com/roofs");
});
