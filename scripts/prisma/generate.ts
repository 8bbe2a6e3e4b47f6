import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DATABASE_SIDES, PROJECT_ROOT, SIDE_FILES } from "./database-side.ts";
import { runPrisma } from "./prisma-cli.ts";

const STAMP = path.join(PROJECT_ROOT, "node_modules/.cache/personal-kanban/prisma-clients");

/** Generates both Prisma clients; needs no database. */
export async function generateClients(options: { capture?: boolean } = {}): Promise<void> {
  for (const side of DATABASE_SIDES) {
    const { exitCode, output } = await runPrisma(
      ["generate", "--config", SIDE_FILES[side].config, "--no-hints"],
      options,
    );
    if (exitCode !== 0) throw new Error(`The ${side} Prisma client could not be generated.\n${output}`);
  }
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, sourceHash());
}

/** True when both clients are there and belong to today's schemas and Prisma version. */
export function areClientsCurrent(): boolean {
  if (!existsSync(STAMP) || readFileSync(STAMP, "utf8") !== sourceHash()) return false;
  return DATABASE_SIDES.every((side) => existsSync(path.join(PROJECT_ROOT, SIDE_FILES[side].generated, "client.ts")));
}

function sourceHash(): string {
  const hash = createHash("sha256");
  for (const side of DATABASE_SIDES) hash.update(readFileSync(path.join(PROJECT_ROOT, SIDE_FILES[side].schema)));
  hash.update(readFileSync(path.join(PROJECT_ROOT, "node_modules/prisma/package.json")));
  return hash.digest("hex");
}
