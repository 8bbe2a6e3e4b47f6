import { expect, test } from "vitest";
import { readPolled, readStarted } from "./read-answers.ts";

const address = "https://kanban.example";
const started = {
  deviceCode: "pkb_secret",
  userCode: "BCDF-GHJK",
  verificationUrl: "https://kanban.example/pair?code=BCDF-GHJK",
  expiresIn: 600,
  interval: 2,
};
const start = (status: number, body: unknown) => readStarted(address, { status, body, retryAfter: null }, 1_000);

test("a question that has been taken waits for a person", () => {
  expect(start(201, started)).toMatchObject({
    step: "waiting",
    address,
    userCode: "BCDF-GHJK",
    intervalMs: 2_000,
    expiresAt: 601_000,
  });
});

test("whatever else answers at that address is told apart", () => {
  expect(readStarted(address, null, 0)).toMatchObject({ step: "failed", reason: "unreachable" });
  expect(start(503, undefined)).toMatchObject({ reason: "unreachable" });
  expect(start(429, {})).toMatchObject({ reason: "busy" });
  expect(start(404, "<h1>nginx</h1>")).toMatchObject({ reason: "no-app" });
  expect(start(201, { ...started, userCode: 5 })).toMatchObject({ reason: "no-app" });
  expect(start(201, { ...started, verificationUrl: "javascript:alert(1)" })).toMatchObject({ reason: "no-app" });
});

test("only the app's word ends the waiting", () => {
  const poll = (status: number, body: unknown) => readPolled({ status, body, retryAfter: null }).state;
  expect([
    poll(200, { state: "paired", token: "pkb_x" }),
    poll(200, { state: "denied" }),
    poll(200, { state: "expired" }),
  ]).toEqual(["paired", "denied", "expired"]);
  expect([poll(429, {}), poll(200, "<h1>hotel</h1>"), poll(200, { state: "paired" }), readPolled(null).state]).toEqual([
    "waiting",
    "waiting",
    "waiting",
    "waiting",
  ]);
});
