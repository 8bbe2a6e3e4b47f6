import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { errorWords } from "@kanban/messaging/permanent-error";
import { openInstallation } from "../doctor/open-installation.ts";
import type { DatabaseSide } from "../prisma/database-side.ts";
import { compareSides } from "./compare-sides.ts";
import { copyFilesIn } from "./copy-files.ts";
import { installationStorage } from "./installation-storage.ts";
import { readManifest } from "./manifest.ts";
import { restore, RestoreRefused } from "./restore.ts";
import { backupFolder } from "./run-backup.ts";

const usage = `Usage: pnpm restore <backup folder>|latest [--only api|worker] [--replace]

Puts a backup in the place of the databases, compares every table with it, and brings back attached files that are gone. Stop api and worker first. A backup of an
older version is brought to this one's schema. Each database changes in one transaction: after a failure it is as it was.

  latest       the newest backup in KANBAN_BACKUP_DIR, else in the data folder's backups
  --only side  one database only: then the two are at different moments. They find that out and make up for it
  --replace    what the databases hold now is lost (needed when they are not empty)
  --help       this text

Exit codes: 0 restored, 1 failed, 2 wrong use, 3 refused before anything was changed`;

type Words = { folder: string; sides: DatabaseSide[]; replace: boolean };

/** Runs `pnpm restore` with the words of a command line; answers the exit code. */
export async function runRestore(
  args: string[],
  env: Record<string, string | undefined>,
  print: (text: string) => void,
): Promise<number> {
  let words: Words | null;
  try {
    words = readWords(args, env);
  } catch (error) {
    print(`${errorWords(error)}\n\n${usage}`);
    return 2;
  }
  if (!words) {
    print(usage);
    return 0;
  }
  const { folder, sides, replace } = words;
  try {
    const { sides: saved, files } = readManifest(folder);
    const { api, worker } = saved;
    print(`${folder}: api at ${api.takenAt}, worker at ${worker.takenAt}`);
    const installation = await openInstallation(env);
    try {
      await restore(installation.urls, folder, { sides, replace, onStep: print });
      if (sides.includes("api")) {
        const { storage, where } = installationStorage(env);
        print(
          `${await copyFilesIn(storage, files.held, folder)} of ${files.held.length} attached files were gone from ${where} and are back`,
        );
        if (files.missing.length > 0)
          print(`${files.missing.length} were missing when the backup was made: ${files.missing.join(", ")}`);
      }
      const { toldByApi, toldByWorker } = await compareSides(installation.urls);
      print(
        toldByApi + toldByWorker === 0
          ? "Both sides know the same of each other."
          : `The sides are at different moments: the worker lacks ${toldByApi} events the API has told, the API ${toldByWorker} of the worker's. They are told again at the next start.`,
      );
      print("Restored. The next start begins a new epoch: browsers take their boards anew.");
    } finally {
      await installation.close();
    }
    return 0;
  } catch (error) {
    const isRefused = error instanceof RestoreRefused;
    print(isRefused ? `Nothing was changed: ${error.message}` : `The restore failed: ${errorWords(error)}`);
    return isRefused ? 3 : 1;
  }
}

function readWords(args: string[], env: Record<string, string | undefined>): Words | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { only: { type: "string" }, replace: { type: "boolean", default: false }, help: { type: "boolean" } },
  });
  if (values.help) return null;
  const [given, ...rest] = positionals;
  if (!given || rest.length > 0) throw new Error("One backup must be named.");
  const { only } = values;
  if (only !== undefined && only !== "api" && only !== "worker")
    throw new Error(`--only is api or worker, not "${only}".`);
  const folder = given === "latest" ? newestIn(backupFolder(env)) : path.resolve(given);
  return { folder, sides: only ? [only] : ["api", "worker"], replace: values.replace };
}

function newestIn(folder: string): string {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith(".partial")) : [];
  const newest = names.sort().at(-1);
  if (!newest) throw new Error(`There is no backup in ${folder}.`);
  return path.join(folder, newest);
}
