import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { backUpOld } from "./back-up-old.ts";
import { closeOldSource, openOldSource } from "./old-source.ts";
import { openOldTables } from "./testing/old-database.ts";

test("what a killed attempt left of a backup is begun anew, and a whole one is not", async () => {
  await using old = await openOldTables();
  const folder = mkdtempSync(path.join(tmpdir(), "backup-"));
  const beganAt = new Date("2026-03-02T09:00:00Z");
  const source = await openOldSource(old.url);
  try {
    const partial = path.join(folder, "old-tables-2026-03-02T09-00-00-000Z.partial");
    mkdirSync(partial);
    writeFileSync(path.join(partial, "left over"), "");
    const { folder: whole } = await backUpOld(source, folder, beganAt);
    expect(readdirSync(folder)).toEqual([path.basename(whole)]);
    expect(readdirSync(whole)).not.toContain("left over");
    const manifest = () => readFileSync(path.join(whole, "manifest.json"), "utf8");
    const before = manifest();
    expect(await backUpOld(source, folder, beganAt)).toEqual({ folder: whole });
    expect(manifest()).toBe(before);
  } finally {
    await closeOldSource(source);
    rmSync(folder, { recursive: true });
  }
});
