import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

const roleNames = ["postgres", "kanban_api", "kanban_worker", "worker_to_api", "api_to_worker"] as const;

/** One password per role, made up once for an installation. */
export type Credentials = Record<(typeof roleNames)[number], string>;

/**
 * Reads the passwords of an installation, or makes them up (192 random bits each) and writes them, readable by the
 * owner only.
 * @throws when the file is there but damaged: new passwords would not open the existing data.
 */
export function readOrCreateCredentials(dataDir: string): Credentials {
  const file = path.join(dataDir, "credentials.json");
  if (!existsSync(file)) {
    const made = Object.fromEntries(roleNames.map((role) => [role, randomBytes(24).toString("base64url")]));
    // Written aside and renamed: a crash in between must not leave a cluster whose password nobody knows.
    writeFileSync(`${file}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  chmodSync(file, 0o600);
  const stored: unknown = parse(file);
  const passwords = typeof stored === "object" && stored !== null ? (stored as Record<string, unknown>) : {};
  for (const role of roleNames) {
    if (typeof passwords[role] !== "string")
      throw new Error(`${file} holds no password for "${role}". Restore the file, or delete ${dataDir} to start anew.`);
  }
  return passwords as Credentials;
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
