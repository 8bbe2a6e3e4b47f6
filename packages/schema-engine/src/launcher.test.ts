import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeLauncher } from "./launcher.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kanban it's-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the launcher runs the engine with the interpreter it was written for, in a folder of any name", () => {
  const launcher = writeLauncher(folder, "/bin/echo");
  expect(execFileSync(launcher, ["cli", "a b"], { encoding: "utf8" })).toMatch(/main\.ts cli a b\n$/);
});
