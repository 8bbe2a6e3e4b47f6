import { expect, test } from "vitest";
import { datesAgent } from "./dates.ts";

// A Wednesday, 11:00 in Prague, in winter time.
const wednesday = { writtenAt: "2026-03-04T10:00:00.000Z", timeZone: "Europe/Prague" };

function propose(
  title: string,
  given: { notes?: string; dueAt?: string | null; writtenAt?: string; readAt?: string; timeZone?: string } = {},
) {
  const [found, ...more] = datesAgent.findHints({
    title,
    notes: "",
    dueAt: null,
    ...wednesday,
    readAt: given.writtenAt ?? wednesday.writtenAt,
    ...given,
  });
  expect(more).toEqual([]);
  if (!found) return null;
  const { value, evidence, confidence } = found;
  if (value.kind !== "due-date" || !("field" in evidence)) throw new Error("Not a date, or not from the text");
  return { dueAt: value.dueAt, words: evidence.text, confidence, evidence };
}

// Written on the Wednesday: the words taken as evidence, and the due date they propose.
test.each([
  ["call the dentist tomorrow 3pm", "tomorrow 3pm", "2026-03-05T14:00:00.000Z"],
  ["call the dentist tomorrow at 15:00", "tomorrow at 15:00", "2026-03-05T14:00:00.000Z"],
  ["standup tomorrow 9", "tomorrow 9", "2026-03-05T08:00:00.000Z"],
  ["standup tomorrow 9, then coffee", "tomorrow 9", "2026-03-05T08:00:00.000Z"],
  ["standup tomorrow, 9:30", "tomorrow, 9:30", "2026-03-05T08:30:00.000Z"],
  ["tea tomorrow 4.", "tomorrow 4", "2026-03-05T15:00:00.000Z"],
  ["tea tomorrow at 4", "tomorrow at 4", "2026-03-05T15:00:00.000Z"],
  ["ferry tomorrow at 04:15", "tomorrow at 04:15", "2026-03-05T03:15:00.000Z"],
  ["buy milk today", "today", "2026-03-04"],
  ["buy milk tomorrow", "tomorrow", "2026-03-05"],
  ["tomorrow buy 9 eggs", "tomorrow", "2026-03-05"],
  ["buy tomorrow 9 eggs", "tomorrow", "2026-03-05"],
  ["send it the day after tomorrow", "the day after tomorrow", "2026-03-06"],
  ["send it day after tomorrow 9am", "day after tomorrow 9am", "2026-03-06T08:00:00.000Z"],
  ["water the plants tonight", "tonight", "2026-03-04"],
  ["water the plants this evening", "this evening", "2026-03-04"],
  ["cinema tomorrow evening 7", "tomorrow evening 7", "2026-03-05T18:00:00.000Z"],
  ["gym tomorrow morning", "tomorrow morning", "2026-03-05"],
  ["report Friday", "Friday", "2026-03-06"],
  ["report by Friday", "Friday", "2026-03-06"],
  ["report due: friday", "friday", "2026-03-06"],
  ["no later than Friday: the report", "Friday", "2026-03-06"],
  ["lunch on sat", "on sat", "2026-03-07"],
  ["lunch on Sat with Bob", "on Sat", "2026-03-07"],
  ["don't forget to call on Friday", "on Friday", "2026-03-06"],
  ["report Fri 14:30", "Fri 14:30", "2026-03-06T13:30:00.000Z"],
  ["report Friday 9am", "Friday 9am", "2026-03-06T08:00:00.000Z"],
  ["report Fri 6", "Fri 6", "2026-03-06"],
  ["dinner this Sunday at 7pm", "this Sunday at 7pm", "2026-03-08T18:00:00.000Z"],
  ["thurs 4pm review", "thurs 4pm", "2026-03-05T15:00:00.000Z"],
  ["review next tuesday at 10", "next tuesday at 10", "2026-03-10T09:00:00.000Z"],
  ["noon tomorrow: lunch", "noon tomorrow", "2026-03-05T11:00:00.000Z"],
  ["taxes 2026-04-01", "2026-04-01", "2026-04-01"],
  ["launch 2026-04-01T15:30", "2026-04-01T15:30", "2026-04-01T13:30:00.000Z"],
  ["taxes until 25.12.2026", "25.12.2026", "2026-12-25"],
  ["taxes until 3/4/2027", "3/4/2027", "2027-04-03"],
  ["pay on 25/12", "25/12", "2026-12-25"],
  ["party 5 May", "5 May", "2026-05-05"],
  ["party May 5", "May 5", "2026-05-05"],
  ["party May 5th at 14:00", "May 5th at 14:00", "2026-05-05T12:00:00.000Z"],
  ["party 1st of January", "1st of January", "2027-01-01"],
  ["ship in 2 hours", "in 2 hours", "2026-03-04T12:00:00.000Z"],
  ["renew in 30 days", "in 30 days", "2026-04-03"],
  ["renew within 3 days", "within 3 days", "2026-03-07"],
  ["renew in two weeks", "in two weeks", "2026-03-18"],
  ["close the books by the end of month", "end of month", "2026-03-31"],
  ["call 3pm", "3pm", "2026-03-04T14:00:00.000Z"],
  ["call 8am", "8am", "2026-03-05T07:00:00.000Z"],
  ["call New York 3pm EST tomorrow", "3pm EST tomorrow", "2026-03-05T20:00:00.000Z"],
  ["holiday Dec 20-27", "Dec 20-27", "2026-12-20"],
  ["answer by the first Friday in December", "first Friday in December", "2026-12-04"],
  ["answer by the last monday of next month", "last monday of next month", "2026-04-27"],
  ["board meeting 3rd Thursday of Feb", "3rd Thursday of Feb", "2027-02-18"],
  ["board meeting second Sunday of March 2027", "second Sunday of March 2027", "2027-03-14"],
  ["rent, fourth Wednesday of this month", "fourth Wednesday of this month", "2026-03-25"],
  ["🦷 dentist tomorrow 3pm", "tomorrow 3pm", "2026-03-05T14:00:00.000Z"],
])("%j: %j means %s", (title, words, dueAt) => {
  const found = propose(title);
  expect(found).toMatchObject({ dueAt, words });
  expect(title.slice(found?.evidence.start, found?.evidence.end)).toBe(words);
});

test.each([
  "",
  "read 9 pages",
  "we may go",
  "Will it rain in may",
  "the cat sat down",
  "sat",
  "put on sun screen",
  "they wed in church",
  "do it now",
  "just now",
  "run for 2 hours",
  "2 hours of piano",
  "5 minutes stretching",
  "wait a minute",
  "back in a minute",
  "plan next week",
  "plan next month",
  "December budget",
  "budget May 2027",
  "on call 24/7",
  "add 3/4 cup of sugar",
  "mix 1:3",
  "scale 3:10",
  "upgrade to 1.2.3",
  "upgrade to v2026.3.5",
  "server 10.0.0.12",
  "call 555-1234",
  "room 12-10",
  "yesterday's leftovers",
  "what did I do yesterday",
  "it broke last Friday",
  "posted 2 days ago",
  "lost since Monday",
  "call back after Friday",
  "vacation from Monday",
  "yoga every Friday",
  "don't call on Friday",
  "prepare tomorrow's agenda",
  "Black Friday shopping list",
  "Friday the 13th marathon",
  "cancel monday.com",
  "march 5 km",
  "renew 2025-04-01",
  "birthday was 1 March",
  "taxes 29 Feb 2027",
  "meet 31 April",
  "read https://example.org/2026-12-24/tomorrow",
  "write to friday@example.org",
  "run `at tomorrow`",
])("%j proposes nothing", (title) => {
  expect(propose(title)).toBeNull();
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

/** Milliseconds of processor time, so that a busy machine does not count. */
function cpuMs(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

test.each(["tomorrow 9 and 3pm on Friday, ", "9", "in 2 hours 3 minutes ", "a", "( - / . : ,", "`", "](", "12/12 "])(
  "a hundred kilobytes of %j are read in at most fifty milliseconds",
  (filler) => {
    const notes = filler.repeat(100_000 / filler.length);
    const read = () =>
      datesAgent.findHints({ title: "x", notes, dueAt: null, ...wednesday, readAt: wednesday.writtenAt });
    expect(Math.min(cpuMs(read), cpuMs(read), cpuMs(read))).toBeLessThan(50);
  },
);
