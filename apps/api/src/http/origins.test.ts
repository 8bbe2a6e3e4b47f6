import { expect, test } from "vitest";
import { isCrossSite, originsOf } from "./origins.ts";

test("a public address has one origin, a loopback one its three names", () => {
  expect(originsOf("https://kanban.example")).toEqual(["https://kanban.example"]);
  expect(originsOf("http://127.0.0.1:3000")).toEqual([
    "http://127.0.0.1:3000",
    "http://localhost:3000",
    "http://[::1]:3000",
  ]);
});

const origins = ["https://kanban.example"];

test.each([
  [{}, false],
  [{ origin: "https://kanban.example", "sec-fetch-site": "same-origin" }, false],
  [{ "sec-fetch-site": "same-origin" }, false],
  [{ "sec-fetch-site": "none" }, false],
  [{ origin: "https://evil.example" }, true],
  [{ origin: "null" }, true],
  [{ origin: "https://kanban.example.evil.example" }, true],
  [{ origin: "http://kanban.example" }, true],
  [{ origin: "https://kanban.example:8443" }, true],
  [{ origin: "https://evil-kanban.example" }, true],
  [{ "sec-fetch-site": "cross-site" }, true],
  [{ "sec-fetch-site": "same-site" }, true],
  [{ origin: "https://kanban.example", "sec-fetch-site": "cross-site" }, true],
])("headers %j count as cross-site: %j", (headers, expected) => {
  expect(isCrossSite(origins, new Headers(headers))).toBe(expected);
});
