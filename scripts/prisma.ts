// The one front door to the Prisma CLI: `node scripts/prisma.ts <command> [api|worker] [more]`.
import pg from "pg";
import { openDatabase } from "./prisma/open-databases.ts";
import { DATABASE_SIDES, SIDE_FILES, type DatabaseSide } from "./prisma/database-side.ts";
import { deploy } from "./prisma/deploy.ts";
import { findDrift } from "./prisma/drift.ts";
import { generateClients } from "./prisma/generate.ts";
import { migrate } from "./prisma/migrate.ts";
import { runPrisma } from "./prisma/prisma-cli.ts";

const usage = `Usage: node scripts/prisma.ts <command>

  generate                      write both Prisma clients; needs no database
  migrate api|worker [--name x] write a migration from the changed schema, apply it, generate
  deploy  api|worker            apply pending migrations and the publisher's grant
  status  api|worker            say what is pending
  reset   api|worker [--force]  empty that database and apply everything anew
  drift                         fail when migrations and schemas differ

Databases: API_DATABASE_URL and WORKER_DATABASE_URL; the embedded PostgreSQL where unset.`;

const USAGE_ERROR = 2;

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run([command, target, ...args]: string[]): Promise<number> {
  if (command === "generate") return generateClients().then(() => 0);
  if (command === "drift") return (await findDrift()).length === 0 ? 0 : 1;
  const side = DATABASE_SIDES.find((name) => name === target);
  if (!side || !command || !["migrate", "deploy", "status", "reset"].includes(command)) {
    console.error(usage);
    return USAGE_ERROR;
  }
  const database = await openDatabase(side);
  try {
    return await runOn(side, command, database.url, args);
  } finally {
    await database.close();
  }
}

async function runOn(side: DatabaseSide, command: string, url: string, args: string[]): Promise<number> {
  const { config, variable } = SIDE_FILES[side];
  const env = { [variable]: url };
  switch (command) {
    case "migrate":
      return migrate(side, url, args);
    case "deploy": {
      const applied = await deploy(side, url);
      console.log(applied.length === 0 ? `${side}: nothing to apply.` : `${side}: applied ${applied.join(", ")}.`);
      return 0;
    }
    case "reset": {
      const { exitCode } = await runPrisma(["migrate", "reset", "--config", config, ...args], { env });
      if (exitCode === 0) {
        // The job engine's schema is not Prisma's, and its jobs are about events that are gone.
        if (side === "worker") await dropJobEngineSchema(url);
        await deploy(side, url);
      }
      return exitCode;
    }
    default:
      return (await runPrisma(["migrate", command, "--config", config, ...args], { env })).exitCode;
  }
}

async function dropJobEngineSchema(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("DROP SCHEMA IF EXISTS pgboss CASCADE");
  } finally {
    await client.end();
  }
}
