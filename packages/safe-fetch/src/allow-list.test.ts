import { expect, test } from "vitest";
import { isAllowed, parseAllowList } from "./allow-list.ts";

test.each([
  "nas:port",
  "10.0.0.0/33",
  "fd00::/129",
  "10.0.0.1:0",
  "10.0.0.1:70000",
  "http://nas",
  "1.2.3",
  "*",
  "nas/24",
  "10.0.0.0/x",
])("%s is no entry", (text) => expect(() => parseAllowList(text)).toThrow(`"${text}"`));

test("an empty list opens nothing", () => {
  expect(parseAllowList(" , ")).toEqual([]);
});

test.each([
  ["10.0.0.0/8", "x", 80, "10.9.9.9", true],
  ["10.0.0.0/8", "x", 443, "::ffff:10.9.9.9", true],
  ["10.0.0.0/8", "x", 80, "11.0.0.1", false],
  ["10.0.0.0/8", "x", 80, "fd00::1", false],
  ["fd00::/8", "x", 80, "fd12::1", true],
  ["fd00::5", "x", 80, "fd00::6", false],
  ["127.0.0.1:8080", "x", 8080, "127.0.0.1", true],
  ["127.0.0.1:8080", "x", 80, "127.0.0.1", false],
  ["NAS:5000", "nas", 5000, "192.168.1.2", true],
  ["nas:5000", "nas.evil.example", 5000, "192.168.1.2", false],
  ["nas", "nas", 80, "169.254.169.254", false],
  ["nas", "nas", 80, "not an address", false],
] as const)("%s and %s:%d at %s: %s", (list, hostname, port, address, expected) => {
  expect(isAllowed(parseAllowList(list), { hostname, port, address })).toBe(expected);
});
