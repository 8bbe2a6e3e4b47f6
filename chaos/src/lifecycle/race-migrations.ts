import { spawn } from "node:child_process";
import path from "node:path";
import { startLocalPostgres } from "@kanban/local-postgres/start-local-postgres";
import pg from "pg";
import { PROJECT_ROOT } from "../rig/program.ts";
import { takePort } from "../rig/take-port.ts";

/** Two deploys at the same moment on databases without a schema: both end well, and every migration ran once. */
export async function raceMigrations(folder: string): Promise<{ wrong: string[]; deployMs: number }> {
  const server = await startLocalPostgres({
    dataDir: path.join(folder, "race"),
    port: await takePort(),
    fsync: false,
  });
  try {
    const { apiDatabaseUrl, workerDatabaseUrl } = server.urls;
    const begin = performance.now();
    const deploy = () => runDeploy({ API_DATABASE_URL: apiDatabaseUrl, WORKER_DATABASE_URL: workerDatabaseUrl });
    const deploys = await Promise.all([deploy(), deploy()]);
    const deployMs = Math.round(performance.now() - begin);
    const wrong = deploys
      .filter(({ code }) => code !== 0)
      .map(({ code, output }) => `a deploy ended with ${code}: ${output.trim().slice(-400)}`);
    for (const url of [apiDatabaseUrl, workerDatabaseUrl]) wrong.push(...(await oddMigrations(url)));
    const again = await deploy();
    if (again.code !== 0 || /applied/.test(again.output)) wrong.push(`the next deploy: ${again.output.trim()}`);
    return { wrong, deployMs };
  } finally {
    await server.stop();
  }
}

async function oddMigrations(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; times: number; finished: number }>(
      `SELECT migration_name AS name, count(*)::int AS times,
              count(*) FILTER (WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL)::int AS finished
       FROM _prisma_migrations GROUP BY migration_name`,
    );
    if (rows.length === 0) return ["no migration was applied"];
    return rows
      .filter(({ times, finished }) => times !== 1 || finished !== 1)
      .map(({ name, times, finished }) => `migration ${name} was begun ${times} times and finished ${finished} times`);
  } finally {
    await client.end();
  }
}

function runDeploy(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const deploy = spawn(path.join(PROJECT_ROOT, "scripts/migrate-databases.sh"), [], {
      env: { PATH: process.env["PATH"] ?? "", ...env },
    });
    let output = "";
    for (const stream of [deploy.stdout, deploy.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk));
    deploy.once("error", reject);
    deploy.once("close", (code) => resolve({ code, output }));
  });
}
