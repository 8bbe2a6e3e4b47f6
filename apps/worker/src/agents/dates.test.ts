import { readFileSync } from "node:fs";
import type { HintKind } from "@kanban/domain/hint/hint-kinds";
import { expect, test } from "vitest";
import { momentIn } from "../evaluation/read-captures.ts";
import { readLines } from "../evaluation/read-line.ts";
import { endlessWords } from "../testing/endless-words.ts";
import { cpuMs } from "../testing/cpu-ms.ts";
import { datesAgent } from "./dates.ts";

// A Wednesday, 11:00 in Prague, in winter time.
const wednesday = { writtenAt: "2026-03-04T10:00:00.000Z", timeZone: "Europe/Prague" };

type Given = { notes?: string; dueAt?: string | null; writtenAt?: string; readAt?: string; timeZone?: string };

function proposals(title: string, given: Given = {}) {
  const found = datesAgent.findHints({
    title,
    notes: "",
    dueAt: null,
    ...wednesday,
    readAt: given.writtenAt ?? wednesday.writtenAt,
    ...given,
  });
  const read = (kind: HintKind) => {
    const [one, ...more] = found.filter(({ value }) => value.kind === kind);
    expect(more).toEqual([]);
    if (!one || !("field" in one.evidence)) return null;
    const { value, evidence, confidence } = one;
    const moment = value.kind === "due-date" ? value.dueAt : value.kind === "defer-date" ? value.deferUntil : null;
    return { moment, words: evidence.text, start: evidence.start, end: evidence.end, confidence, evidence };
  };
  return { due: read("due-date"), defer: read("defer-date") };
}

function propose(title: string, given: Given = {}) {
  const { due } = proposals(title, given);
  return due && { ...due, dueAt: due.moment };
}

const phrases = readLines(readFileSync(new URL("dates/phrases.txt", import.meta.url), "utf8"), 1);

test("the table has hundreds of phrases", () => {
  expect(phrases.length).toBeGreaterThan(350);
});

test.each(phrases.map(({ head: [title = ""], fields }) => ({ title, fields })))("$title", ({ title, fields }) => {
  const expected = (name: string) => {
    const moment = fields.get(name);
    return moment === undefined ? null : momentIn(wednesday.timeZone, moment);
  };
  const { due, defer } = proposals(title);
  expect({ due: due?.moment ?? null, defer: defer?.moment ?? null }).toEqual({
    due: expected("due"),
    defer: expected("defer"),
  });
  expect({ due: due?.words, defer: defer?.words }).toEqual({
    due: fields.get("words"),
    defer: fields.get("defer-words"),
  });
  for (const { words, start, end } of [due, defer].filter((found) => found !== null))
    expect(title.slice(start, end)).toBe(words);
});

test.each([
  // The clock goes from 2:00 to 3:00 on 29 March 2026 in Prague, and back from 3:00 to 2:00 on 25 October.
  [
    "a skipped hour becomes the next real one",
    "tomorrow 2:30am",
    "2026-03-28T10:00:00.000Z",
    "Europe/Prague",
    "2026-03-29T01:30:00.000Z",
  ],
  [
    "a repeated hour is the first of the two",
    "tomorrow 2:30am",
    "2026-10-24T10:00:00.000Z",
    "Europe/Prague",
    "2026-10-25T00:30:00.000Z",
  ],
  [
    "a time behind a change keeps its place on the clock",
    "tomorrow 3pm",
    "2026-03-28T10:00:00.000Z",
    "Europe/Prague",
    "2026-03-29T13:00:00.000Z",
  ],
  [
    "hours are counted across a change",
    "in 24 hours",
    "2026-03-28T10:00:00.000Z",
    "Europe/Prague",
    "2026-03-29T10:00:00.000Z",
  ],
  [
    "New York springs forward on its own day",
    "tomorrow 2:30am",
    "2026-03-07T15:00:00.000Z",
    "America/New_York",
    "2026-03-08T07:30:00.000Z",
  ],
  [
    "tomorrow is the writer's, west of UTC",
    "tomorrow",
    "2026-03-05T03:00:00.000Z",
    "America/Los_Angeles",
    "2026-03-05",
  ],
  ["tomorrow is the writer's, east of UTC", "tomorrow", "2026-03-04T20:00:00.000Z", "Asia/Tokyo", "2026-03-06"],
  [
    "the day after tomorrow is the writer's, too",
    "the day after tomorrow",
    "2026-03-04T23:30:00.000Z",
    "Europe/Prague",
    "2026-03-07",
  ],
  ["days are counted from the writer's", "in 3 days", "2026-03-04T23:30:00.000Z", "Europe/Prague", "2026-03-08"],
  ["half hours count", "tomorrow 9:00", "2026-03-04T10:00:00.000Z", "Asia/Kolkata", "2026-03-05T03:30:00.000Z"],
  ["an unknown zone is UTC", "tomorrow 9:00", "2026-03-04T10:00:00.000Z", "Middle/Earth", "2026-03-05T09:00:00.000Z"],
  ["months come first in America", "until 3/4/2027", "2026-03-04T10:00:00.000Z", "America/Chicago", "2027-03-04"],
  [
    "days come first in Spanish, there as elsewhere",
    "antes del 3/4/2027",
    "2026-03-04T10:00:00.000Z",
    "America/Chicago",
    "2027-04-03",
  ],
  ["a leap day in its year", "29 Feb 2028", "2026-03-04T10:00:00.000Z", "UTC", "2028-02-29"],
  ["a leap day ahead needs no year", "29 Feb", "2028-01-10T10:00:00.000Z", "UTC", "2028-02-29"],
  ["the day after a leap day", "tomorrow", "2028-02-28T10:00:00.000Z", "UTC", "2028-02-29"],
  ["the year turns", "tomorrow 9am", "2026-12-31T22:30:00.000Z", "Europe/Prague", "2027-01-01T08:00:00.000Z"],
])("%s", (_, title, writtenAt, timeZone, dueAt) => {
  expect(propose(title, { writtenAt, timeZone })?.dueAt).toBe(dueAt);
});

test("the title's date wins over one in the notes", () => {
  expect(propose("call Friday", { notes: "must be done 2026-12-01" })).toMatchObject({
    dueAt: "2026-03-06",
    evidence: { field: "title" },
  });
});

test("a date in the notes is found with its place in them", () => {
  const notes = "Ring the bell.\nThen pay tomorrow 3pm.";
  expect(propose("call", { notes })).toMatchObject({
    dueAt: "2026-03-05T14:00:00.000Z",
    evidence: { field: "notes", text: "tomorrow 3pm", start: 24, end: 36 },
  });
});

test("the due date a task already has is not proposed again", () => {
  expect(propose("call tomorrow", { dueAt: "2026-03-05" })).toBeNull();
  expect(propose("call tomorrow", { dueAt: "2026-03-06" })).toMatchObject({ dueAt: "2026-03-05" });
});

test("what is over by the time it is read is not proposed", () => {
  expect(propose("call tomorrow 3pm", { readAt: "2026-03-05T13:59:00.000Z" })?.dueAt).toBe("2026-03-05T14:00:00.000Z");
  expect(propose("call tomorrow 3pm", { readAt: "2026-03-05T14:00:00.000Z" })).toBeNull();
  expect(propose("call tomorrow", { readAt: "2026-03-05T22:59:00.000Z" })?.dueAt).toBe("2026-03-05");
  expect(propose("call tomorrow", { readAt: "2026-03-05T23:01:00.000Z" })).toBeNull();
});

test("plain phrases are surer than ambiguous ones", () => {
  const sure = propose("by tomorrow 3pm")?.confidence ?? 0;
  for (const phrase of ["next friday", "tomorrow 9", "in 30 days", "3pm", "on 3/4"]) {
    const doubtful = propose(phrase)?.confidence ?? 1;
    expect({ phrase, isLess: doubtful < sure, isEnough: doubtful >= 0.5 }).toEqual({
      phrase,
      isLess: true,
      isEnough: true,
    });
  }
});

test.each([
  "tomorrow 9 and 3pm on Friday, ",
  "9",
  "in 2 hours 3 minutes ",
  "a",
  "( - / . : ,",
  "`",
  "](",
  "12/12 ",
  "morgen um 9 ",
  "jeden lundi v 9 ",
  "é",
  ...endlessWords,
])("a hundred kilobytes of %j are read in at most fifty milliseconds", (filler) => {
  const notes = filler.repeat(100_000 / filler.length);
  const read = () =>
    datesAgent.findHints({ title: "x", notes, dueAt: null, ...wednesday, readAt: wednesday.writtenAt });
  expect(Math.min(cpuMs(read), cpuMs(read), cpuMs(read))).toBeLessThan(50);
});
