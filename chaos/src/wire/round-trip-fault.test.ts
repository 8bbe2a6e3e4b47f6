import { expect, test } from "vitest";
import type { RoundTrip } from "./conversation.ts";
import { roundTripFailures, roundTripFault } from "./round-trip-fault.ts";

const trip = (kind: RoundTrip["kind"], applicationName = "api"): RoundTrip => ({
  kind,
  applicationName,
  statements: [],
  earlier: () => [],
});

test("counts the round trips of one application and leaves out those that make connections", () => {
  const fault = roundTripFault({ applicationName: "api", n: 2, kind: "08006" });
  const trips = [
    trip("startup"),
    trip("statements"),
    trip("statements", "worker"),
    trip("statements"),
    trip("statements"),
  ];
  expect(trips.map((each) => fault.wants(each))).toEqual([false, false, false, true, false]);
  expect(fault.matched()).toBe(3);
});

test("round trip 0 is the making of a connection, which only a full server refuses", () => {
  const fault = roundTripFault({ applicationName: "api", n: 0, kind: "53300" });
  expect([trip("statements"), trip("startup")].map((each) => fault.wants(each))).toEqual([false, true]);
  for (const kind of roundTripFailures.filter((kind) => kind !== "53300")) {
    expect(() => roundTripFault({ applicationName: "api", n: 0, kind })).toThrow(RangeError);
  }
});
