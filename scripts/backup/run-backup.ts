import { statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { errorWords } from "@kanban/messaging/permanent-error";
import { openInstallation } from "../doctor/open-installation.ts";
import { dataFolder } from "../prisma/open-databases.ts";
import { backUp } from "./back-up.ts";
import { installationStorage } from "./installation-storage.ts";
import { keepNewest } from "./keep-newest.ts";
import { readManifest } from "./manifest.ts";

export const usage = `Usage: pnpm backup [--to folder] [--keep n]

Backs both databases and the attachments up, while they are worked on, into a new folder named after the moment: one
compressed file for each table, the files, and manifest.json with counts and checksums. Files an earlier backup there
holds are shared with it. Then removes the oldest backups there beyond the newest n.

  --to folder  where backups are kept (else KANBAN_BACKUP_DIR, else backups in the data folder)
  --keep n     how many stay, 1 or more (14)
  --help       this text

A backup holds password hashes and everybody's words: keep it as safe as the databases. It does not hold .env.

Exit codes: 0 done, 1 failed (nothing is left behind), 2 wrong use`;

/** Where backups are kept. */
export function backupFolder(env: Record<string, string | undefined>, given?: string): string {
  return path.resolve(given || env["KANBAN_BACKUP_DIR"] || path.join(dataFolder(), "backups"));
}

/** Runs `pnpm backup` with the words of a command line; answers the exit code. */
export async function runBackup(
  args: string[],
  env: Record<string, string | undefined>,
  print: (text: string) => void,
): Promise<number> {
  let into: string;
  let keep: number;
  try {
    const { values } = parseArgs({
      args,
      options: { to: { type: "string" }, keep: { type: "string", default: "14" }, help: { type: "boolean" } },
    });
    if (values.help) {
      print(usage);
      return 0;
    }
    into = backupFolder(env, values.to);
    keep = Number(values.keep);
    if (!Number.isInteger(keep) || keep < 1)
      throw new Error(`--keep must be a whole number from 1, not "${values.keep}"`);
  } catch (error) {
    print(`${errorWords(error)}\n\n${usage}`);
    return 2;
  }
  try {
    const installation = await openInstallation(env);
    try {
      const begin = performance.now();
      const folder = await backUp(installation.urls, into, { storage: installationStorage(env).storage });
      const { sides, files } = readManifest(folder);
      const { api, worker } = sides;
      const tables = [...api.tables, ...worker.tables];
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      const bytes = tables.reduce((sum, { file }) => sum + statSync(path.join(folder, file)).size, 0);
      const seconds = (performance.now() - begin) / 1_000;
      print(
        `Backed up ${rows.toLocaleString("en")} rows of ${tables.length} tables and ${files.held.length} attached files into ${folder} (${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s)`,
      );
      if (files.missing.length > 0)
        print(
          `${files.missing.length} attached files are not in the storage and so in no backup: ${files.missing.join(", ")}`,
        );
      for (const old of keepNewest(into, keep)) print(`Removed ${old}`);
    } finally {
      await installation.close();
    }
    return 0;
  } catch (error) {
    print(`The backup failed, and nothing of it was kept: ${errorWords(error)}`);
    return 1;
  }
}
