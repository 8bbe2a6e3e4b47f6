import { expect, test } from "vitest";
import { readStartupMessage } from "./startup-message.ts";
import { recordedStartup } from "./testing/recorded-session.ts";

const withCode = (code: number) => {
  const message = Buffer.alloc(16);
  message.writeInt32BE(16, 0);
  message.writeInt32BE(code, 4);
  return message;
};

test("knows a connection by its application name", () => {
  expect(readStartupMessage(recordedStartup)).toEqual({ kind: "startup", applicationName: "recorded" });
});

test("a connection may go without a name", () => {
  expect(readStartupMessage(withCode(196_608))).toEqual({ kind: "startup", applicationName: "" });
});

test.each([
  [80_877_103, "encryption-request"],
  [80_877_104, "encryption-request"],
  [80_877_102, "cancel-request"],
  [131_072, "unknown"],
  [0x20485454, "unknown"],
])("code %i is an %s", (code, kind) => {
  expect(readStartupMessage(withCode(code))).toEqual({ kind });
});

test("what is shorter than any startup is unknown", () => {
  expect(readStartupMessage(Buffer.alloc(4))).toEqual({ kind: "unknown" });
});
