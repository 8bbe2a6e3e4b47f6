import { describe, expect, test } from "vitest";
import {
  agoWords,
  dayAfter,
  daysBetween,
  fieldsOf,
  localDay,
  momentOf,
  momentWords,
  nextMonday,
} from "./moment-words.ts";

const now = new Date("2026-11-22T09:30:00Z");
const inKiritimati = { locale: "en-GB", timeZone: "Pacific/Kiritimati" };
const inHonolulu = { locale: "en-GB", timeZone: "Pacific/Honolulu" };

describe("a due moment", () => {
  test("that is a whole day is the same day everywhere", () => {
    expect(momentWords("2026-11-27", now, inKiritimati)).toBe("Fri 27 Nov");
    expect(momentWords("2026-11-27", now, inHonolulu)).toBe("Fri 27 Nov");
  });

  test("that is an instant is read in the reader's zone", () => {
    expect(momentWords("2026-11-27T22:00:00.000Z", now, { locale: "en-GB", timeZone: "Europe/Berlin" })).toBe(
      "Fri 27 Nov, 23:00",
    );
    expect(momentWords("2026-11-27T22:00:00.000Z", now, inKiritimati)).toBe("Sat 28 Nov, 12:00");
  });

  test("of another year names it", () => {
    expect(momentWords("2027-01-04", now, inHonolulu)).toBe("Mon, 4 Jan 2027");
  });

  test("survives its fields", () => {
    expect(fieldsOf("2026-11-27")).toEqual({ day: "2026-11-27", time: "" });
    const { day, time } = fieldsOf("2026-11-27T14:05:00.000Z");
    expect(momentOf(day, time)).toBe("2026-11-27T14:05:00.000Z");
    expect(momentOf("2026-11-27", "")).toBe("2026-11-27");
  });
});

describe("days", () => {
  test("are counted across a change of clocks", () => {
    expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
    expect(dayAfter("2026-02-28", 1)).toBe("2026-03-01");
  });

  test("belong to the reader's zone", () => {
    expect(localDay(now, inKiritimati)).toBe("2026-11-22");
    expect(localDay(now, inHonolulu)).toBe("2026-11-21");
  });

  test.each([
    ["2026-11-22", "2026-11-23"],
    ["2026-11-23", "2026-11-30"],
    ["2026-11-28", "2026-11-30"],
  ])("after %s the next Monday is %s", (day, monday) => {
    expect(nextMonday(day)).toBe(monday);
  });
});

describe("how long ago", () => {
  const berlin = { locale: "en", timeZone: "Europe/Berlin" };
  test.each([
    ["2026-11-22T09:30:20.000Z", "now"],
    ["2026-11-22T09:10:00.000Z", "20 minutes ago"],
    ["2026-11-22T06:30:00.000Z", "3 hours ago"],
    ["2026-11-21T20:00:00.000Z", "yesterday"],
    ["2026-11-13T09:30:00.000Z", "9 days ago"],
    ["2026-08-01T09:30:00.000Z", "4 months ago"],
    ["2023-11-22T09:30:00.000Z", "3 years ago"],
  ])("%s was %s", (at, words) => {
    expect(agoWords(at, now, berlin)).toBe(words);
  });
});
