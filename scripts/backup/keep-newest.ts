import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";

/** A folder that `backUp` named: nothing else is ever removed. */
const nameOfBackup = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/;

/** Removes whole backups beyond the newest `count`; answers their folders. Whatever else lies there is left alone. */
export function keepNewest(folder: string, count: number): string[] {
  const backups = readdirSync(folder)
    .filter((name) => nameOfBackup.test(name) && existsSync(path.join(folder, name, "manifest.json")))
    .sort()
    .reverse();
  const old = backups.slice(count).map((name) => path.join(folder, name));
  for (const one of old) rmSync(one, { recursive: true });
  return old;
}
