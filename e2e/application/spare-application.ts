import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isAlive } from "@kanban/local-postgres/process-table";
import { startLocalPostgres, type LocalPostgres } from "@kanban/local-postgres/start-local-postgres";
import { expect } from "@playwright/test";
import { DATABASE_SIDES, PROJECT_ROOT } from "../../scripts/prisma/database-side.ts";
import { deploy } from "../../scripts/prisma/deploy.ts";
import { nextProgram, WEB_FOLDER } from "../../scripts/start/build-web.ts";
import { serviceEnvironments } from "../../scripts/start/service-env.ts";
import { startService, type Service } from "../../scripts/start/service.ts";
import { waitUntilHealthy } from "../../scripts/start/wait-until-healthy.ts";

type Part = "api" | "worker" | "web";

/** An application whose parts a test may kill and start again, on data of its own. */
export type SpareApplication = {
  address: string;
  apiAddress: string;
  /** SIGKILL: the process gets no chance to finish anything. */
  kill(part: Part): Promise<void>;
  start(part: Part): Promise<void>;
  /** PostgreSQL goes down without a checkpoint and comes back by crash recovery, on the same port. */
  crashPostgres(): Promise<void>;
  stop(): Promise<void>;
};

/** The web app is taken as the main application has built it. */
export async function startSpareApplication(firstPort: number): Promise<SpareApplication> {
  const folder = mkdtempSync(path.join(tmpdir(), "kanban-spare-"));
  // PostgreSQL's own user must get through; else the database would be put elsewhere and outlive the test.
  chmodSync(folder, 0o711);
  const logFolder = path.join(folder, "logs");
  const ports = { web: firstPort, api: firstPort + 1, worker: firstPort + 2 };
  const openPostgres = () => startLocalPostgres({ dataDir: path.join(folder, "postgres"), port: firstPort + 3 });
  let postgres: LocalPostgres = await openPostgres();
  const { urls } = postgres;
  for (const side of DATABASE_SIDES)
    await deploy(side, side === "api" ? urls.apiDatabaseUrl : urls.workerDatabaseUrl, {});

  const environments = serviceEnvironments({
    env: process.env,
    databases: { ...urls, isEmbedded: true, remark: "", ended: postgres.ended, stop: async () => {} },
    ports,
    mailboxKey: "a key of this test and of nothing else",
    authSecret: "a secret of this test and of nothing else",
    nodeEnv: "production",
    compileCache: path.join(folder, "compile-cache"),
    attachments: path.join(folder, "attachments"),
  });
  const programs: Record<Part, { cwd: string; args: string[]; health: string }> = {
    api: { cwd: "apps/api", args: ["src/main.ts"], health: `http://127.0.0.1:${ports.api}/readyz` },
    worker: { cwd: "apps/worker", args: ["src/main.ts"], health: `http://127.0.0.1:${ports.worker}/readyz` },
    web: {
      cwd: WEB_FOLDER,
      args: [nextProgram(), "start", "--hostname", "127.0.0.1", "--port", String(ports.web)],
      health: `http://127.0.0.1:${ports.web}/`,
    },
  };
  const running = new Map<Part, Service>();

  const start = async (part: Part) => {
    const { cwd, args, health } = programs[part];
    const service = startService({
      name: part,
      args,
      cwd: path.resolve(PROJECT_ROOT, cwd),
      env: environments[part],
      logFolder,
    });
    running.set(part, service);
    await waitUntilHealthy(service, health);
  };
  const stop = async () => {
    for (const part of ["web", "worker", "api"] as const) await running.get(part)?.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all([start("api"), start("worker"), start("web")]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    address: `http://localhost:${ports.web}`,
    apiAddress: `http://127.0.0.1:${ports.api}`,
    start,
    stop,
    kill: async (part) => {
      const service = running.get(part);
      service?.kill();
      await service?.ended;
    },
    crashPostgres: async () => {
      const { pid } = postgres;
      process.kill(pid, "SIGQUIT");
      await expect.poll(() => isAlive(pid)).toBe(false);
      postgres = await openPostgres();
    },
  };
}
