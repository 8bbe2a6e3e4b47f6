import { expect, test } from "vitest";
import { readConnection } from "./connection.ts";

test("a URL comes apart into fields, escapes undone", () => {
  expect(readConnection("postgresql://some%40one:p%2Fw@db.example:6543/kanban_api?schema=public")).toEqual({
    host: "db.example",
    port: 6543,
    user: "some@one",
    password: "p/w",
    database: "kanban_api",
  });
});

test("no field holds the whole URL, which would win over the scratch database", () => {
  expect(Object.keys(readConnection("postgresql://a:b@c/d"))).not.toContain("connectionString");
});

test("sslmode is understood", () => {
  expect(readConnection("postgresql://a@b/c?sslmode=no-verify").ssl).toEqual({ rejectUnauthorized: false });
});
