import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrateTemplate } from "@kanban/testing/migrate-template";
import { startCluster } from "./cluster.ts";
import { copyFolder } from "./copy-folder.ts";

/** Where the steps of a run find the clusters they copy; each step is a process of its own. */
const variable = "KANBAN_CHAOS_TEMPLATE";

/**
 * A cluster with both schemas of today, never used and at rest. Every cluster of every rig begins as a copy of it, with
 * one of its databases unused: making them anew would take most of a rig's start.
 */
export async function makeTemplate(): Promise<{ env: Record<string, string>; remove(): void }> {
  const folder = makeFolder("template");
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  const cluster = await startCluster(clusterIn(folder));
  const { apiDatabaseUrl, workerDatabaseUrl } = cluster.urls;
  await Promise.all([migrateTemplate("api", apiDatabaseUrl), migrateTemplate("worker", workerDatabaseUrl)]);
  await cluster.stop();
  return { env: { [variable]: folder }, remove };
}

const clusterIn = (folder: string) => path.join(folder, "cluster");

/** Copies the template to a folder that is not there yet. */
export function copyTemplate(folder: string): void {
  const template = process.env[variable];
  if (!template) throw new Error(`${variable} is not set: pnpm chaos makes the template`);
  copyFolder(clusterIn(template), folder);
}

/** A folder of its own, which PostgreSQL's own user may pass through. */
export function makeFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `kanban-chaos-${name}-`));
  chmodSync(folder, 0o711);
  return folder;
}
