import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { binariesIn, type PostgresBinaries } from "./binaries.ts";
import type { ServerUser } from "./server-user.ts";

/** Where root's cluster goes when the project lies in a folder only root may enter, such as /root. */
const SHARED_ROOT = "/var/lib/personal-kanban";

/** The folder of one installation (credentials, log, cluster) and the programs it runs. */
export type Placement = { dataDir: string; binaries: PostgresBinaries; moved: boolean };

/**
 * Finds places the server user can reach. Ordinary users get what they asked for. Root's server runs as another user,
 * who cannot enter a project under /root: then data and programs live under /var/lib instead, rather than opening root's
 * home to everyone. The folder asked for then holds only the file `location`; deleting it starts anew, as ever.
 */
export function placeInstallation(dataDir: string, binaries: PostgresBinaries, user: ServerUser): Placement {
  const wanted = path.resolve(dataDir);
  if (!user || (isReachable(path.dirname(wanted), user) && isReachable(binaries.postgres, user))) {
    return { dataDir: wanted, binaries, moved: false };
  }
  return { dataDir: readOrChooseLocation(wanted), binaries: copyBinaries(binaries), moved: true };
}

/** True when every existing folder above (and the entry itself) lets `user` pass. */
export function isReachable(target: string, user: { uid: number; gid: number }): boolean {
  for (let current = path.resolve(target); ; current = path.dirname(current)) {
    if (existsSync(current)) {
      const { mode, uid, gid } = statSync(current);
      const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
      if (((mode >> shift) & 0o1) === 0) return false;
    }
    if (current === path.dirname(current)) return true;
  }
}

function readOrChooseLocation(wanted: string): string {
  const pointer = path.join(wanted, "location");
  if (!existsSync(pointer)) {
    mkdirSync(wanted, { recursive: true });
    writeFileSync(pointer, `${path.join(SHARED_ROOT, randomBytes(6).toString("hex"))}\n`);
  }
  return readFileSync(pointer, "utf8").trim();
}

/** Copies the programs once per version; the rename makes a half-finished copy impossible to mistake for a whole one. */
function copyBinaries(binaries: PostgresBinaries): PostgresBinaries {
  const version = createHash("sha256")
    .update(`${statSync(binaries.postgres).size}:${statSync(binaries.initdb).size}`)
    .digest("hex")
    .slice(0, 12);
  const target = path.join(SHARED_ROOT, `postgresql-${version}`);
  if (!existsSync(target)) {
    mkdirSync(SHARED_ROOT, { recursive: true, mode: 0o755 });
    const partial = `${target}.partial-${process.pid}`;
    cpSync(binaries.nativeDir, partial, { recursive: true, verbatimSymlinks: true });
    chmodSync(partial, 0o755);
    try {
      renameSync(partial, target);
    } catch (error) {
      rmSync(partial, { recursive: true, force: true });
      // Another start finished the same copy first: theirs is as good as ours.
      if (!existsSync(target)) throw error;
    }
  }
  return binariesIn(target);
}
