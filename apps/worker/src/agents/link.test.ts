import { describe, expect, test } from "vitest";
import type { PageAnswer } from "../pages/look-up-page.ts";
import { cpuMs } from "../testing/cpu-ms.ts";
import { findLink } from "./find-link.ts";
import { linkAgent } from "./link.ts";

test.each([
  ["read https://example.org/a today", "https://example.org/a"],
  ["(see https://example.org/a).", "https://example.org/a"],
  ["https://en.wikipedia.org/wiki/Kanban_(development), then", "https://en.wikipedia.org/wiki/Kanban_(development)"],
  ["[here](https://example.org/a?b=c#d)", "https://example.org/a?b=c#d"],
  ["<https://example.org/>", "https://example.org/"],
  ["HTTP://Example.org/A!", "HTTP://Example.org/A"],
  ["no link: example.org, ftp://example.org, mailto:a@example.org", null],
  ["http://", null],
])("in %j the link is %j", (text, url) => {
  expect(findLink(text)).toBe(url);
});

test.each([
  ["http://a", "", ""],
  ["http://. ", "", ""],
  ["http://a)", "", ""],
  [")", "http://a", ""],
  ["].", "http://a", ""],
  [".", "http://a", "/x"],
  [".", "http://", "x"],
])(
  "a hundred kilobytes of %j between %j and %j are looked through in at most fifty milliseconds",
  (filler, head, end) => {
    const notes = `${head}${filler.repeat(100_000 / filler.length)}${end}`;
    const read = () => findLink(notes);
    expect(Math.min(cpuMs(read), cpuMs(read), cpuMs(read))).toBeLessThan(50);
  },
);

const writtenAt = "2026-03-04T09:00:00.000Z";
const asked = { title: "https://example.org/a", notes: "", dueAt: null, writtenAt, readAt: writtenAt, timeZone: "UTC" };
const context = { taskId: "t", boardId: "b", signal: new AbortController().signal, countTokens: () => {} };
const read = (answer: PageAnswer, more: Partial<typeof asked> = {}) =>
  linkAgent(async () => answer).findHints({ ...asked, ...more }, context);

describe("a link", () => {
  test("is what its page says, with the time to read it and the words it was taken from", async () => {
    const facts = { title: "Flow", site: "", extract: "About flow.", words: 1_150 };
    expect(await read({ facts })).toEqual([
      {
        value: {
          kind: "link",
          url: asked.title,
          title: "Flow",
          site: "example.org",
          minutes: 5,
          extract: "About flow.",
        },
        evidence: { from: "page", url: asked.title, text: "About flow." },
        confidence: 0.9,
      },
    ]);
  });

  test("to a site that is down is tried again for an hour, one that cannot be read never", async () => {
    const down: PageAnswer = { facts: null, reason: "timeout", isTemporary: true };
    await expect(read(down)).rejects.toThrow("timeout");
    expect(await read(down, { readAt: "2026-03-04T10:30:00.000Z" })).toEqual([]);
    expect(await read({ facts: null, reason: "private-address", isTemporary: false })).toEqual([]);
  });
});
