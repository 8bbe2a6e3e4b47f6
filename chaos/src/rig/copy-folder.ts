import { spawnSync } from "node:child_process";

/**
 * Copies a folder with its owners, which Node's own copying does not keep: a server refuses a data folder that is not
 * its user's. `to` must not be there.
 */
export function copyFolder(from: string, to: string): void {
  const { status, stderr } = spawnSync("cp", ["-a", from, to], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${from} could not be copied: ${stderr}`);
}
