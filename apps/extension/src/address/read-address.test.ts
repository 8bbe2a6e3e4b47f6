import { expect, test } from "vitest";
import { permissionFor, readAddress, webAddress } from "./read-address.ts";

test.each([
  ["kanban.example", "https://kanban.example"],
  [" https://kanban.example/boards/1?x=2#y ", "https://kanban.example"],
  ["HTTP://Kanban.Example:8080", "http://kanban.example:8080"],
  ["localhost:3000", "http://localhost:3000"],
  ["127.0.0.1:3000/pair", "http://127.0.0.1:3000"],
  ["[::1]:3000", "http://[::1]:3000"],
  ["kanban.example:8443", "https://kanban.example:8443"],
])("%j leads to %s", (typed, origin) => {
  expect(readAddress(typed)?.origin).toBe(origin);
});

test.each(["", "  ", "two words", "javascript:alert(1)", "file:///etc/passwd", "https://", "https://you@evil.example"])(
  "%j is no address of an app",
  (typed) => {
    expect(readAddress(typed)).toBeNull();
  },
);

test("only what leaves the machine in the clear counts as unencrypted", () => {
  expect(
    ["http://nas.lan", "https://nas.lan", "http://localhost:1", "http://127.0.0.1"].map(readAddress),
  ).toMatchObject([
    { isUnencrypted: true },
    { isUnencrypted: false },
    { isUnencrypted: false },
    { isUnencrypted: false },
  ]);
});

test("a permission is for one host and names no port", () => {
  expect(permissionFor("http://localhost:3000")).toBe("http://localhost/*");
  expect(permissionFor("https://kanban.example")).toBe("https://kanban.example/*");
});

test("only addresses of the web are addresses", () => {
  expect(
    ["https://a.example/x", "http://a", "about:blank", "file:///x", "data:,x", "nonsense", null].map(webAddress),
  ).toEqual(["https://a.example/x", "http://a", null, null, null, null, null]);
});
