import { rmSync } from "node:fs";
import path from "node:path";
import { SIDES, type Side } from "@kanban/local-postgres/roles";
import { backUp as backUpDatabase } from "@kanban/testing/restore-database";
import { copyFolder } from "./copy-folder.ts";
import type { Rig } from "./open-rig.ts";

/**
 * `database`: copied and put back by PostgreSQL, which knows that it is another one then. `folder`: the data folder is
 * copied while the server is down, and put back: PostgreSQL cannot tell.
 */
export type BackupWay = "database" | "folder";

/** Backs up one side as it is now, under whoever works on it; answers how to put that back. */
export async function backUp(
  { clusters, folder }: Pick<Rig, "clusters" | "folder">,
  side: Side,
  way: BackupWay,
): Promise<() => Promise<void>> {
  const cluster = clusters[side];
  if (way === "database") {
    const backup = await backUpDatabase({ name: SIDES[side].database, adminUrl: cluster.urls.adminUrl });
    return async () => {
      await backup.restore();
      await backup.drop();
    };
  }
  const [home, copy] = [path.join(folder, side), path.join(folder, `${side}-backup`)];
  const exchange = async (from: string, to: string) => {
    await cluster.down();
    rmSync(to, { recursive: true, force: true });
    copyFolder(from, to);
    await cluster.up();
  };
  await exchange(home, copy);
  return () => exchange(copy, home);
}
