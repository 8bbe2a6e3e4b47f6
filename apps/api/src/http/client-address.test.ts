import { expect, test } from "vitest";
import { clientAddress, isFromThisMachine, isLoopbackAddress, isLoopbackHost } from "./client-address.ts";

test.each([
  ["127.0.0.1", true],
  ["127.8.9.1", true],
  ["::1", true],
  ["::ffff:127.0.0.1", true],
  ["10.0.0.1", false],
  ["0.0.0.0", false],
  ["127.0.0.1.evil.example", false],
  ["2130706433", false],
  ["", false],
])("address %j is loopback: %j", (address, expected) => {
  expect(isLoopbackAddress(address)).toBe(expected);
});

test.each([
  ["localhost", true],
  ["LOCALHOST:3000", true],
  ["127.0.0.1:3000", true],
  ["[::1]:3000", true],
  ["localhost.evil.example", false],
  ["evil.example", false],
  ["127.0.0.1@evil.example", false],
  ["localhost:3000, evil.example", false],
  ["", false],
])("host %j is loopback: %j", (host, expected) => {
  expect(isLoopbackHost(host)).toBe(expected);
});

test("a request is from this machine only if socket, every hop and every host name say so", () => {
  const here = { peer: "::ffff:127.0.0.1", forwardedFor: "127.0.0.1, ::1", hosts: ["localhost:3000", undefined] };
  expect(isFromThisMachine(here)).toBe(true);
  expect(isFromThisMachine({ ...here, peer: "192.168.1.9" })).toBe(false);
  expect(isFromThisMachine({ ...here, forwardedFor: "203.0.113.7, 127.0.0.1" })).toBe(false);
  expect(isFromThisMachine({ ...here, forwardedFor: "unknown" })).toBe(false);
  expect(isFromThisMachine({ ...here, hosts: ["localhost:4000", "evil.example"] })).toBe(false);
});

test("forged hops in front of the trusted one do not change who is counted", () => {
  expect(clientAddress("127.0.0.1", "1.1.1.1, 2.2.2.2, 203.0.113.7", 1)).toBe("203.0.113.7");
  expect(clientAddress("127.0.0.1", "9.9.9.9, 203.0.113.7", 1)).toBe("203.0.113.7");
  expect(clientAddress("10.0.0.2", "9.9.9.9, 203.0.113.7, 10.0.0.3", 2)).toBe("203.0.113.7");
});

test("a far peer is believed nothing, a near one without hops is itself", () => {
  expect(clientAddress("203.0.113.9", "127.0.0.1", 1)).toBe("203.0.113.9");
  expect(clientAddress("::ffff:127.0.0.1", undefined, 1)).toBe("127.0.0.1");
  expect(clientAddress("127.0.0.1", "203.0.113.7", 0)).toBe("127.0.0.1");
  expect(clientAddress("127.0.0.1", "not an address", 1)).toBe("127.0.0.1");
});
