import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { PostgresBinaries } from "./binaries.ts";
import type { ServerUser } from "./server-user.ts";

/**
 * Makes a new cluster in `clusterDir` unless one is there. The result is independent of the machine's locale:
 * UTF-8, PostgreSQL's own C.UTF-8 rules, passwords by SCRAM for every connection.
 */
export function initCluster(options: {
  clusterDir: string;
  binaries: PostgresBinaries;
  user: ServerUser;
  adminPassword: string;
  fsync: boolean;
}): void {
  const { clusterDir, binaries, user, adminPassword, fsync } = options;
  if (existsSync(path.join(clusterDir, "PG_VERSION"))) return;
  // initdb fills a folder beside and the rename makes it count: an interrupted first start leaves no half cluster.
  const draft = `${clusterDir}.draft`;
  const passwordFile = `${clusterDir}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, adminPassword, { mode: 0o600 });
  if (user) {
    chownSync(draft, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  // npm archives do not always keep the executable bit.
  for (const program of [binaries.initdb, binaries.postgres]) makeExecutable(program);
  try {
    const { status, stderr, error } = spawnSync(
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--data-checksums",
        ...(fsync ? [] : ["--no-sync"]),
      ],
      {
        encoding: "utf8",
        cwd: "/",
        env: { PATH: process.env["PATH"], LC_ALL: "C", TZ: "UTC" },
        ...(user ? { uid: user.uid, gid: user.gid } : {}),
      },
    );
    if (error) throw new Error(`PostgreSQL's initdb could not be started (${error.message}).`);
    if (status !== 0) throw new Error(`PostgreSQL could not create its data folder ${clusterDir}:\n${stderr.trim()}`);
    renameSync(draft, clusterDir);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function makeExecutable(program: string): void {
  try {
    chmodSync(program, 0o755);
  } catch {
    // Somebody else's read-only installation: then the bit is theirs to set, and the start below says if it is not.
  }
}
