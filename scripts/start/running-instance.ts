import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { PROJECT_ROOT } from "../prisma/database-side.ts";
import { commandLineOf, isAlive } from "@kanban/local-postgres/process-table";

type InstanceRecord = { supervisor: number; address: string; services: number[] };

/** A killed process may stay in the table until somebody collects it; its port is free long before. */
const GONE_WITHIN_MS = 5_000;

/**
 * Makes sure that this folder's application runs once. Processes left behind by a killed start are ended.
 * @throws with its address when another start is alive.
 */
export async function takeOver(dataFolder: string): Promise<void> {
  const record = read(dataFolder);
  if (!record) return;
  if (
    record.supervisor !== process.pid &&
    isAlive(record.supervisor) &&
    /scripts\/(start|dev)\.ts/.test(commandLineOf(record.supervisor))
  ) {
    throw new Error(`Already running at ${record.address} (process ${record.supervisor}). Stop that one first.`);
  }
  const isOurs = (pid: number) => isAlive(pid) && looksLikeService(commandLineOf(pid));
  const leftovers = record.services.filter(isOurs);
  for (const pid of leftovers) process.kill(-pid, "SIGKILL");
  // Until they are wholly gone: a dying process has no command line any more, and still its port.
  for (const deadline = Date.now() + GONE_WITHIN_MS; leftovers.some(isAlive) && Date.now() < deadline;) await delay(20);
}

/** Process numbers are reused, so a leftover must still look like one of ours. `next start` renames itself. */
function looksLikeService(commandLine: string): boolean {
  return commandLine.includes(PROJECT_ROOT) || commandLine.startsWith("next-server");
}

/** Remembers what runs, for the next start. */
export function recordInstance(dataFolder: string, address: string, services: InstanceRecord["services"]): void {
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(
    fileIn(dataFolder),
    JSON.stringify({ supervisor: process.pid, address, services } satisfies InstanceRecord),
  );
}

/** Forgets it again after an orderly end. */
export function forgetInstance(dataFolder: string): void {
  rmSync(fileIn(dataFolder), { force: true });
}

const fileIn = (dataFolder: string) => path.join(dataFolder, "running.json");

function read(dataFolder: string): InstanceRecord | null {
  try {
    return JSON.parse(readFileSync(fileIn(dataFolder), "utf8")) as InstanceRecord;
  } catch {
    return null;
  }
}
