import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { commandLineOf, isAlive } from "./process-table.ts";

/** A server that runs on a cluster folder right now. */
export type RunningServer = { pid: number; port: number };

/**
 * Reads `postmaster.pid` and tells whether that server still lives. A file left behind by a killed server is removed:
 * PostgreSQL itself refuses to start when the recorded process number now belongs to some other program, which is
 * common after a container restart.
 */
export function findRunningServer(clusterDir: string): RunningServer | null {
  const file = path.join(clusterDir, "postmaster.pid");
  if (!existsSync(file)) return null;
  // Lines: pid, data folder, start time, port, socket folder, listen address, shared memory, status.
  const lines = readFileSync(file, "utf8").split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (Number.isInteger(pid) && pid > 0 && isAlive(pid) && commandLineOf(pid).includes(clusterDir)) return { pid, port };
  rmSync(file, { force: true });
  return null;
}
