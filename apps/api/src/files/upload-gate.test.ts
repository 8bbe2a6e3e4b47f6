import type { UserId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { expect, test } from "vitest";
import { createUploadGate } from "./upload-gate.ts";

const [ada, bob] = ["ada" as UserId, "bob" as UserId];

test("so many uploads may be under way at once, of each person", () => {
  const gate = createUploadGate(() => 0);
  const leave = Array.from({ length: limits.uploadsAtOnce }, () => gate.enter(ada));
  expect(leave).not.toContain(null);
  expect(gate.enter(ada)).toBeNull();
  expect(gate.enter(bob)).not.toBeNull();
  leave[0]!();
  expect(gate.enter(ada)).not.toBeNull();
});

test("so many may begin in a minute, and then more", () => {
  let now = 0;
  const gate = createUploadGate(() => now);
  for (let n = 0; n < limits.uploadsPerMinute; n++) gate.enter(ada)!();
  expect(gate.enter(ada)).toBeNull();
  now = 60_001;
  expect(gate.enter(ada)).not.toBeNull();
});
