import { expect, test } from "vitest";
import { countListed } from "./listed-inbox.ts";

test("what is put off is not counted until it comes back where one is", () => {
  const at = new Date("2026-11-29T23:30:00.000Z");
  const inbox = { tasks: 4, deferredUntil: ["2026-11-30", "2026-12-01", "2026-11-30T00:30:00.000Z"] };
  expect(countListed(inbox, { at, day: "2026-11-29", timeZone: "Europe/London" })).toBe(1);
  expect(countListed(inbox, { at, day: "2026-11-30", timeZone: "Europe/Prague" })).toBe(2);
});
