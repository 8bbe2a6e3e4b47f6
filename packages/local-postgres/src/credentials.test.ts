import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readOrCreateCredentials } from "./credentials.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kanban-credentials-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("passwords are made up once, one per role, and kept", () => {
  const first = readOrCreateCredentials(folder);
  expect(new Set(Object.values(first)).size).toBe(5);
  expect(readOrCreateCredentials(folder)).toEqual(first);
});

test("two installations never share a password", () => {
  const other = mkdtempSync(path.join(tmpdir(), "kanban-credentials-"));
  try {
    expect(readOrCreateCredentials(other).kanban_api).not.toBe(readOrCreateCredentials(folder).kanban_api);
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
});

test("only the owner can read the passwords", () => {
  readOrCreateCredentials(folder);
  expect(statSync(path.join(folder, "credentials.json")).mode & 0o777).toBe(0o600);
});

test("a damaged file is refused, never replaced", () => {
  writeFileSync(path.join(folder, "credentials.json"), '{"postgres":"x"}');
  expect(() => readOrCreateCredentials(folder)).toThrow(/no password for "kanban_api"/);
});
