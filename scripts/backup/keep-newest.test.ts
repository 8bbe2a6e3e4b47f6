import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { keepNewest } from "./keep-newest.ts";

test("removes the oldest whole backups, and nothing else that lies there", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "kanban-keep-"));
  const whole = ["2026-01-01T00-00-00-000Z", "2026-01-02T00-00-00-000Z", "2026-01-03T00-00-00-000Z"];
  for (const name of [...whole, "my-holiday-photos"]) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, "manifest.json"), "{}");
  }
  mkdirSync(path.join(folder, "2025-12-31T00-00-00-000Z"));
  mkdirSync(path.join(folder, "2025-12-30T00-00-00-000Z.partial"));
  expect(keepNewest(folder, 2).map((one) => path.basename(one))).toEqual([whole[0]]);
  expect(readdirSync(folder).sort()).toEqual([
    "2025-12-30T00-00-00-000Z.partial",
    "2025-12-31T00-00-00-000Z",
    whole[1],
    whole[2],
    "my-holiday-photos",
  ]);
  expect(keepNewest(folder, 2)).toEqual([]);
  rmSync(folder, { recursive: true });
});
