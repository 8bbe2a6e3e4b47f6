import { expect, test } from "vitest";
import type { RoundTrip } from "./conversation.ts";
import { createFaults } from "./faults.ts";

const trip: RoundTrip = { kind: "statements", applicationName: "api", statements: ["COMMIT"], earlier: () => [] };
const always = { wants: () => true };

test("the fault armed first has its way, and the next round trip belongs to the next", async () => {
  const faults = createFaults();
  const first = faults.arm({ ...always, moment: "before-send", effect: "cut" });
  const second = faults.arm({ ...always, moment: "before-send", effect: "swallow" });
  const made: unknown[] = [];
  for (let round = 0; round < 3; round++) await faults.plan(trip).before?.fire((effect) => made.push(effect));
  expect(made).toEqual(["cut", "swallow"]);
  await expect(first.hit).resolves.toEqual({ applicationName: "api", statements: ["COMMIT"] });
  await expect(second.hit).resolves.toBeDefined();
});

test("a call comes before its effect; one that fails cuts the connection and fails the hit", async () => {
  const faults = createFaults();
  const seen: unknown[] = [];
  const make = (effect: unknown) => void seen.push(effect);
  faults.arm({ ...always, moment: "after-send", effect: "pass", call: () => void seen.push("called") });
  await faults.plan(trip).after?.fire(make);
  const failed = faults.arm({
    ...always,
    moment: "after-send",
    effect: "pass",
    call: () => Promise.reject(new Error("no")),
  });
  await faults.plan(trip).after?.fire(make);
  expect(seen).toEqual(["called", "pass", "cut"]);
  await expect(failed.hit).rejects.toThrow("no");
});

test("what is disarmed does not happen", () => {
  const faults = createFaults();
  faults.arm({ ...always, moment: "before-send", effect: "cut", always: true }).disarm();
  faults.arm({ ...always, moment: "after-send", effect: "cut" });
  faults.disarmAll();
  expect(faults.plan(trip)).toEqual({ before: null, after: null });
});
