import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { copyOut } from "../backup/copy-table.ts";
import type { OldSource } from "./old-source.ts";
import { oldTables } from "./old-tables.ts";

/**
 * Backs the old tables up as they are at one moment, into a folder: a compressed file for each in PostgreSQL's own text
 * format, which `COPY … FROM` reads back, and a manifest with columns, counts and checksums. The folder gets its name
 * when it is whole; it is named after the beginning of the move, so that another attempt goes on with the same one.
 */
export async function backUpOld(source: OldSource, folder: string, beganAt: Date): Promise<{ folder: string }> {
  const whole = path.join(folder, `old-tables-${beganAt.toISOString().replaceAll(/[:.]/g, "-")}`);
  if (existsSync(whole)) return { folder: whole };
  const partial = `${whole}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  try {
    const tables: object[] = [];
    for (const { client, schema, present, name: from } of source.copy ? [source, source.copy] : [source]) {
      const isCopy = client !== source.client;
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      for (const [name, columns] of present) {
        const key = name in oldTables ? [...oldTables[name as keyof typeof oldTables].key] : [...columns].slice(0, 1);
        const file = `${isCopy ? "worker." : ""}${name}.copy.gz`;
        const copied = await copyOut(client, { schema, name, columns: [...columns], key }, path.join(partial, file));
        tables.push({ source: from, name, columns: [...columns], ...copied, file });
      }
      await client.query("COMMIT");
    }
    const manifest = JSON.stringify({ format: 1, takenAt: new Date(), tables }, null, 2);
    writeFileSync(path.join(partial, "manifest.json"), `${manifest}\n`, { mode: 0o600 });
    renameSync(partial, whole);
    return { folder: whole };
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
}
