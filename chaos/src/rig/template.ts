import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Side } from "@kanban/local-postgres/roles";
import { migrateTemplate } from "@kanban/testing/migrate-template";
import { startCluster } from "./cluster.ts";

/** Where the steps of a run find the clusters they copy; each step is a process of its own. */
const variable = "KANBAN_CHAOS_TEMPLATE";

/** Both clusters with today's schemas, never used and at rest. Making them anew for every rig would take most of its start. */
export async function makeTemplate(): Promise<{ env: Record<string, string>; remove(): void }> {
  const folder = makeFolder("template");
  const make = async (side: Side) => {
    const cluster = await startCluster(path.join(folder, side));
    await migrateTemplate(side, cluster.urls[`${side}DatabaseUrl`]);
    await cluster.stop();
  };
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  await Promise.all([make("api"), make("worker")]);
  return { env: { [variable]: folder }, remove };
}

/** Copies a side's cluster to a folder that is not there yet. */
export function copyTemplate(side: Side, folder: string): void {
  const template = process.env[variable];
  if (!template) throw new Error(`${variable} is not set: pnpm chaos makes the template`);
  // It keeps owners, which Node's own copying does not: the server refuses a data folder that is not its user's.
  const { status, stderr } = spawnSync("cp", ["-a", path.join(template, side), folder], { encoding: "utf8" });
  if (status !== 0) throw new Error(`The template could not be copied: ${stderr}`);
}

/** A folder of its own, which PostgreSQL's own user may pass through. */
export function makeFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `kanban-chaos-${name}-`));
  chmodSync(folder, 0o711);
  return folder;
}
