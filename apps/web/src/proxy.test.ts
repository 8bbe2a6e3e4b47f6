import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { proxy } from "./proxy.ts";

/** Where a request for an address ends up at the API; `null` when it stays with the pages. */
const passedOn = (path: string) =>
  proxy(new NextRequest(new URL(path, "http://localhost:3000"))).headers.get("x-middleware-rewrite");

test("the web server passes on what is under /api and nothing else", () => {
  expect(passedOn("/api/trpc/board.list?batch=1")).toBe("http://127.0.0.1:3001/api/trpc/board.list?batch=1");
  for (const path of ["/metrics", "/readyz", "/healthz", "/api", "/apiary", "//api/../metrics", "/boards/api/x"])
    expect(passedOn(path), path).toBeNull();
});

test("no spelling of an address reaches the API's monitoring by way of /api", () => {
  const spellings = ["..", "%2e%2e", ".%2e", "..%2f..", "..%5c..", "trpc/../..", "%252e%252e"];
  for (const way of spellings) {
    const target = passedOn(`/api/${way}/metrics`);
    // Either the address was cleaned up and is no longer the API's, or it stays under /api there.
    expect(target === null || new URL(target).pathname.startsWith("/api/"), way).toBe(true);
  }
});
