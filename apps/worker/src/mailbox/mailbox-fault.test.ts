import { limits } from "@kanban/domain/limits";
import { expect, test } from "vitest";
import { FaultError, faultOf } from "./mailbox-fault.ts";

test("what a server says of a fault can be stored, wherever it is cut", () => {
  const { detail } = faultOf(new FaultError("other", `\0${"x".repeat(limits.mailboxFault - 2)}\u{1f600}`));
  expect(detail).toHaveLength(limits.mailboxFault);
  expect(detail.isWellFormed()).toBe(true);
  expect(detail).not.toContain("\0");
});
