import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PROJECT_ROOT, SIDE_FILES, type DatabaseSide } from "./database-side.ts";
import { deploy } from "./deploy.ts";
import { losesData } from "./loses-data.ts";
import { generateClients } from "./generate.ts";
import { runPrisma } from "./prisma-cli.ts";

/**
 * Development: applies what is pending, writes the difference between migrations and schema as a new migration, applies
 * that and generates the clients. A migration that can lose data is written but not applied: whoever has read it runs
 * the command again.
 * Not `prisma migrate dev`: that needs a terminal, and an engine call that works only in the native engine.
 * @returns the exit code: 0 also when a migration waits to be read.
 */
export async function migrate(side: DatabaseSide, databaseUrl: string, args: string[]): Promise<number> {
  const applied = await deploy(side, databaseUrl);
  if (applied.length > 0) console.log(`${side}: applied ${applied.join(", ")}.`);
  const script = await difference(side, databaseUrl);
  if (script === null) {
    console.log(`${side}: migrations and schema agree.`);
  } else {
    const folder = writeMigration(side, script, args);
    if (losesData(script)) {
      console.log(`${side}: wrote ${folder}. It can lose data: read it, then run this command again to apply it.`);
      return 0;
    }
    await deploy(side, databaseUrl);
    console.log(`${side}: wrote and applied ${folder}.`);
  }
  await generateClients({ capture: true });
  return 0;
}

async function difference(side: DatabaseSide, databaseUrl: string): Promise<string | null> {
  const { config, schema, migrations, variable } = SIDE_FILES[side];
  const { exitCode, stdout, output } = await runPrisma(
    [
      "migrate",
      "diff",
      "--config",
      config,
      "--from-migrations",
      migrations,
      "--to-schema",
      schema,
      "--script",
      "--exit-code",
    ],
    { env: { [variable]: databaseUrl }, capture: true },
  );
  if (exitCode === 0) return null;
  if (exitCode === 2) return stdout;
  throw new Error(`The ${side} schema could not be compared with its migrations.\n${output}`);
}

function writeMigration(side: DatabaseSide, script: string, args: string[]): string {
  const name = args.includes("--name") ? args[args.indexOf("--name") + 1] : undefined;
  if (!name || !/^\w+$/.test(name)) {
    throw new Error(`The ${side} schema has changed: name the migration, as in --name add_due_date`);
  }
  const folder = path.join(SIDE_FILES[side].migrations, `${timestamp(new Date())}_${name}`);
  mkdirSync(path.join(PROJECT_ROOT, folder), { recursive: true });
  writeFileSync(path.join(PROJECT_ROOT, folder, "migration.sql"), script);
  return folder;
}

/** Prisma's own form, 20260102030405: folders sort in the order they were made. */
function timestamp(now: Date): string {
  return now.toISOString().replaceAll(/\D/g, "").slice(0, 14);
}
