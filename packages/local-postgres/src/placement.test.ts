import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isReachable, placeInstallation } from "./placement.ts";
import { binariesIn } from "./binaries.ts";

/** A user who owns none of the folders here. */
const stranger = { name: "stranger", uid: 54_321, gid: 54_321 };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kanban-placement-"));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a folder below a closed one is out of reach for others", () => {
  const closed = path.join(folder, "home");
  mkdirSync(path.join(closed, "project"), { recursive: true });
  expect(isReachable(path.join(closed, "project"), stranger)).toBe(true);
  chmodSync(closed, 0o700);
  expect(isReachable(path.join(closed, "project"), stranger)).toBe(false);
});

test("a folder that does not exist yet is judged by those above it", () => {
  expect(isReachable(path.join(folder, "not", "yet"), stranger)).toBe(true);
});

test("an ordinary user gets the folder asked for", () => {
  const binaries = binariesIn(path.join(folder, "native"));
  expect(placeInstallation(path.join(folder, "data"), binaries, null)).toEqual({
    dataDir: path.join(folder, "data"),
    binaries,
    moved: false,
  });
});
