import { expect, test, vi } from "vitest";
import { readDatabaseUrl } from "./read-database-url.ts";

const url = "postgresql://kanban_api:secret@db:5432/kanban_api";

test("each side reads its own variable", () => {
  const env = { API_DATABASE_URL: url, WORKER_DATABASE_URL: "postgres://w@db/kanban_worker" };
  expect(readDatabaseUrl("api", env)).toBe(url);
  expect(readDatabaseUrl("worker", env)).toBe("postgres://w@db/kanban_worker");
});

test("the old name still counts for the API, with a warning, and never for the worker", () => {
  const warn = vi.fn();
  expect(readDatabaseUrl("api", { DATABASE_URL: url }, warn)).toBe(url);
  expect(warn).toHaveBeenCalledWith(expect.stringContaining("API_DATABASE_URL"));
  expect(readDatabaseUrl("worker", { DATABASE_URL: url }, warn)).toBeUndefined();
});

test("the new name wins without a warning", () => {
  const warn = vi.fn();
  expect(readDatabaseUrl("api", { API_DATABASE_URL: url, DATABASE_URL: "postgres://old/old" }, warn)).toBe(url);
  expect(warn).not.toHaveBeenCalled();
});

test.each(["localhost:5432/kanban_api", "mysql://a:secret@b/c", "secret"])(
  "%s is refused by the name of its variable, without repeating a password",
  (value) => {
    expect(() => readDatabaseUrl("worker", { WORKER_DATABASE_URL: value })).toThrow(
      /^WORKER_DATABASE_URL is not a PostgreSQL URL/,
    );
    expect(() => readDatabaseUrl("worker", { WORKER_DATABASE_URL: value })).not.toThrow(/secret/);
  },
);
