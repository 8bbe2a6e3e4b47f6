import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deploy } from "./deploy.ts";
import { PROJECT_ROOT, SIDE_FILES, type DatabaseSide } from "./database-side.ts";
import { generateClients } from "./generate.ts";
import { runPrisma } from "./prisma-cli.ts";

/**
 * Development: turns a changed schema into a new migration, applies it and generates the clients.
 * At a terminal this is `prisma migrate dev`, which asks before it loses data. Without one (CI, a script) that command
 * refuses to work, so the difference is written down and applied; then `name` is required.
 */
export async function migrate(side: DatabaseSide, databaseUrl: string, args: string[]): Promise<number> {
  const { config, variable } = SIDE_FILES[side];
  const env = { [variable]: databaseUrl };
  if (process.stdin.isTTY) {
    const { exitCode } = await runPrisma(["migrate", "dev", "--config", config, ...args], { env });
    if (exitCode !== 0) return exitCode;
  } else {
    await writeDifference(side, env, args);
  }
  await deploy(side, databaseUrl);
  await generateClients();
  return 0;
}

async function writeDifference(side: DatabaseSide, env: Record<string, string>, args: string[]): Promise<void> {
  const { config, schema, migrations } = SIDE_FILES[side];
  const diff = await runPrisma(
    ["migrate", "diff", "--config", config, "--from-migrations", migrations, "--to-schema", schema, "--script"],
    { env, capture: true },
  );
  if (diff.exitCode !== 0)
    throw new Error(`The ${side} schema could not be compared with its migrations.\n${diff.output}`);
  if (diff.stdout.includes("-- This is an empty migration.")) return;
  const name = args[args.indexOf("--name") + 1];
  if (!args.includes("--name") || !name || !/^\w+$/.test(name))
    throw new Error(`The ${side} schema has changed: name the migration with --name what_changed`);
  const folder = path.join(PROJECT_ROOT, migrations, `${timestamp(new Date())}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "migration.sql"), diff.stdout);
  console.log(
    `Wrote ${path.relative(PROJECT_ROOT, folder)}/migration.sql. Read it before committing: it may drop data.`,
  );
}

/** Prisma's own form, 20260102030405: folders sort in the order they were made. */
function timestamp(now: Date): string {
  return now.toISOString().replaceAll(/\D/g, "").slice(0, 14);
}
