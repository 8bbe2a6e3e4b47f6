import { expect, test } from "vitest";
import type { Moment } from "@kanban/domain/moment";
import { dueWording } from "./due-wording.ts";

// Sunday, 22 November 2026, at ten in the morning where the test runs.
const now = new Date(2026, 10, 22, 10).getTime();
const at = (day: number, hour: number, month = 10): Moment => new Date(2026, month, day, hour).toISOString();
const word = (due: Moment) => dueWording(due, now, "en-GB");

test("a whole day is late only from the day after", () => {
  expect(word("2026-11-22")).toEqual({ tone: "soon", text: "Today" });
  expect(word("2026-11-21")).toEqual({ tone: "late", text: "Overdue 1 d" });
  expect(word("2026-11-10")).toEqual({ tone: "late", text: "Overdue 12 d" });
});

test("an hour of today is late as soon as it has passed", () => {
  expect(word(at(22, 7))).toEqual({ tone: "late", text: "Overdue 3 h" });
  expect(dueWording(at(22, 10), now + 60_000, "en-GB").text).toBe("Overdue now");
});

test("today and tomorrow are soon, with the hour when there is one", () => {
  expect(word("2026-11-23")).toEqual({ tone: "soon", text: "Tomorrow" });
  expect(word(at(23, 15))).toEqual({ tone: "soon", text: "Tomorrow 15:00" });
  expect(word(at(24, 9))).toEqual({ tone: "soon", text: "Tue 9:00" });
});

test("within the week the weekday is named, later the date, and another year with its year", () => {
  expect(word("2026-11-27")).toEqual({ tone: "later", text: "Fri" });
  expect(word("2026-12-03")).toEqual({ tone: "later", text: "3 Dec" });
  expect(word("2027-01-08")).toEqual({ tone: "later", text: "8 Jan 2027" });
});
