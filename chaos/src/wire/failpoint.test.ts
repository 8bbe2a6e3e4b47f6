import { expect, test } from "vitest";
import type { RoundTrip } from "./conversation.ts";
import { type Failpoint, failpointFault } from "./failpoint.ts";

const trip = (statement: string, { earlier = [] as string[], applicationName = "relay" } = {}): RoundTrip => ({
  kind: "statements",
  applicationName,
  statements: [statement],
  earlier: () => earlier,
});

const wanted = (point: Partial<Omit<Failpoint, "moment" | "effect">>, trips: readonly RoundTrip[]): boolean[] => {
  const fault = failpointFault({
    applicationName: "relay",
    statement: /./,
    moment: "before-send",
    effect: "cut",
    ...point,
  });
  return trips.map((each) => fault.wants(each));
};

test("a statement is known by its text, however it is broken into lines", () => {
  const mark = { statement: /^UPDATE event_log SET published_at/ };
  expect(wanted(mark, [trip("\n  UPDATE event_log\n  SET   published_at = now()"), trip("SELECT 1")])).toEqual([
    true,
    false,
  ]);
});

test("a name in full is no pattern, a pattern is", () => {
  const both = [trip("COMMIT"), trip("COMMIT", { applicationName: "relay-2" })];
  expect(wanted({ applicationName: "relay" }, both)).toEqual([true, false]);
  expect(wanted({ applicationName: /^relay/ }, both)).toEqual([true, true]);
});

test("one COMMIT is told from another by what ran before it", () => {
  const commits = [trip("COMMIT"), trip("COMMIT", { earlier: ["BEGIN", "UPDATE\nevent_log SET x"] })];
  expect(wanted({ statement: /^COMMIT$/, inTransactionAfter: /UPDATE event_log/ }, commits)).toEqual([false, true]);
});

test("the n-th match is meant, and the matches are counted", () => {
  const fault = failpointFault({
    applicationName: "relay",
    statement: /COMMIT/g,
    moment: "after-send",
    effect: "cut",
    nth: 2,
  });
  expect([trip("COMMIT"), trip("SELECT 1"), trip("COMMIT")].map((each) => fault.wants(each))).toEqual([
    false,
    false,
    true,
  ]);
  expect(fault.matched()).toBe(2);
});
