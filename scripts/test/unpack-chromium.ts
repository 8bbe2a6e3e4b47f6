import { existsSync, globSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { dataFolder } from "../prisma/open-databases.ts";
import type { Browser } from "./ensure-browser.ts";
import { runSystemCommand } from "./run-system-command.ts";

/**
 * Debian's Chromium for someone who may not install packages: fetches the package and the libraries the system lacks
 * with apt in folders of our own, and unpacks them into the data folder. @returns undefined where there is no apt.
 */
export async function unpackChromium(): Promise<Browser | undefined> {
  if (!existsSync("/usr/bin/apt-get") || !existsSync("/usr/bin/dpkg-deb")) return undefined;
  const folder = path.join(dataFolder(), "chromium");
  const root = path.join(folder, "root");
  const program = path.join(root, "usr/lib/chromium/chromium");
  if (!existsSync(program)) {
    console.log("  Unpacking Debian's chromium package into the data folder …");
    const isUnpacked = await fetchAndUnpack(folder, root);
    if (!isUnpacked || !existsSync(program)) return undefined;
  }
  const libraries = [...globSync("usr/lib/*-linux-gnu", { cwd: root }), ...globSync("lib/*-linux-gnu", { cwd: root })];
  const inherited = process.env["LD_LIBRARY_PATH"];
  return {
    remark: program,
    env: {
      KANBAN_CHROMIUM: program,
      LD_LIBRARY_PATH: [
        ...libraries.map((library) => path.join(root, library)),
        ...(inherited ? [inherited] : []),
      ].join(":"),
    },
  };
}

async function fetchAndUnpack(folder: string, root: string): Promise<boolean> {
  const archives = path.join(folder, "archives");
  for (const needed of ["state/lists/partial", "archives/partial", "root"])
    mkdirSync(path.join(folder, needed), { recursive: true });
  const own = [
    "--option",
    `Dir::State=${folder}/state`,
    "--option",
    "Dir::State::status=/var/lib/dpkg/status",
    "--option",
    `Dir::Cache=${folder}`,
    "--option",
    `Dir::Cache::archives=${archives}`,
    "--option",
    "Debug::NoLocking=true",
  ];
  await runSystemCommand("apt-get", [...own, "update", "--quiet"]);
  const fetched = await runSystemCommand("apt-get", [
    ...own,
    "install",
    "--yes",
    "--quiet",
    "--no-install-recommends",
    "--download-only",
    "chromium",
  ]);
  if (!fetched.ok) return false;
  for (const archive of globSync("*.deb", { cwd: archives })) {
    const unpacked = await runSystemCommand("dpkg-deb", ["--extract", path.join(archives, archive), root]);
    if (!unpacked.ok) return false;
  }
  rmSync(archives, { recursive: true, force: true });
  return true;
}
