import { expect, test } from "vitest";
import { nearestColor } from "./nearest-color.ts";

test.for<[string | null, string]>([
  ["#ef4444", "red"],
  ["#EF4444", "red"],
  ["f97316", "orange"],
  ["#ffee00", "yellow"],
  ["#00ff00", "green"],
  ["#0000ff", "blue"],
  ["#7c3aed", "violet"],
  ["#ff69b4", "pink"],
  ["#00c0b0", "teal"],
  ["#94a3b8", "grey"],
  ["#fff", "grey"],
  ["rebeccapurple", "grey"],
  ["", "grey"],
  [null, "grey"],
])("%s is nearest to %s", ([hex, color]) => {
  expect(nearestColor(hex)).toBe(color);
});
