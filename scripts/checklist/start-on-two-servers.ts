import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { SIDES, type Side } from "@kanban/local-postgres/roles";
import { type LocalPostgres, startLocalPostgres } from "@kanban/local-postgres/start-local-postgres";
import { withClient } from "@kanban/testing/open-client";
import { makeScratchFolder } from "@kanban/testing/scratch-folder";
import { PROJECT_ROOT } from "../prisma/database-side.ts";
import { APP_URL } from "../testing/sign-up.ts";
import { type Program, startProgram } from "../testing/start-program.ts";

/** The product on two PostgreSQL servers, each with one of the databases and the two roles that may enter it. */
export type TwoServers = {
  servers: Record<Side, LocalPostgres>;
  programs: Record<Side, Program>;
  /** What scripts/migrate-databases.sh said, the first and the second time. */
  migrated: string[];
  /** The environment of an operator: the four URLs. */
  urls: Record<"API_DATABASE_URL" | "WORKER_DATABASE_URL" | "API_TO_WORKER_URL" | "WORKER_TO_API_URL", string>;
  stop(): Promise<void>;
};

const execute = promisify(execFile);

/** Starts the servers, deploys to both through scripts/migrate-databases.sh, and starts api and worker. */
export async function startOnTwoServers(): Promise<TwoServers> {
  const [api, worker] = await Promise.all([startServer("api"), startServer("worker")]);
  const urls = {
    API_DATABASE_URL: api.urls.apiDatabaseUrl,
    WORKER_TO_API_URL: api.urls.workerToApiUrl,
    WORKER_DATABASE_URL: worker.urls.workerDatabaseUrl,
    API_TO_WORKER_URL: worker.urls.apiToWorkerUrl,
  };
  const migrated: string[] = [];
  for (let time = 0; time < 2; time++) {
    const { stdout } = await execute(path.join(PROJECT_ROOT, "scripts/migrate-databases.sh"), {
      env: { PATH: process.env["PATH"], ...urls },
    });
    migrated.push(stdout);
  }
  // Each program is given what is its own and nothing else.
  const { API_DATABASE_URL, API_TO_WORKER_URL, WORKER_DATABASE_URL, WORKER_TO_API_URL } = urls;
  const secret = { AUTH_SECRET: "a secret of the checklist, long enough", APP_URL };
  const programs = {
    api: await startProgram("api", { API_DATABASE_URL, API_TO_WORKER_URL, ...secret }),
    worker: await startProgram("worker", { WORKER_DATABASE_URL, WORKER_TO_API_URL }),
  };
  return {
    servers: { api, worker },
    programs,
    migrated,
    urls,
    stop: async () => {
      await Promise.all([programs.api.stop(), programs.worker.stop()]);
      await Promise.all([api.stop(), worker.stop()]);
    },
  };
}

/** A server that knows nothing of the other side. */
async function startServer(side: Side): Promise<LocalPostgres> {
  const folder = makeScratchFolder(`kanban-checklist-${side}-`);
  const server = await startLocalPostgres({ dataDir: folder, fsync: false });
  const { database, owner, publisher } = SIDES[side === "api" ? "worker" : "api"];
  await withClient(server.urls.adminUrl, async (client) => {
    await client.query(`DROP DATABASE "${database}"`);
    await client.query(`DROP ROLE "${owner}", "${publisher}"`);
  });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      for (const each of new Set([folder, server.dataDir])) rmSync(each, { recursive: true, force: true });
    },
  };
}
