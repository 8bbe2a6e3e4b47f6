import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type LocalPostgres, startLocalPostgres } from "@kanban/local-postgres/start-local-postgres";
import { compileCache } from "@kanban/testing/compile-cache";
import { makeScratchFolder } from "@kanban/testing/scratch-folder";
import { PROJECT_ROOT } from "../prisma/database-side.ts";
import { APP_URL } from "../testing/sign-up.ts";

export type Said = { code: number; text: string };

/** An installation that may be broken: a data folder and an embedded PostgreSQL of its own. */
export type ScratchInstallation = {
  postgres: LocalPostgres;
  /** The four URLs of an operator. */
  urls: Record<"API_DATABASE_URL" | "API_TO_WORKER_URL" | "WORKER_DATABASE_URL" | "WORKER_TO_API_URL", string>;
  folder: string;
  /** The files of variables the document has an operator write. */
  envFiles: Record<"api" | "worker", string>;
  /** Runs a command in a shell, as somebody at this installation would; nothing of the real one is in its reach. */
  run(command: string, options?: { withUrls?: boolean; cwd?: string }): Promise<Said>;
  stop(): Promise<void>;
};

export async function openScratchInstallation(): Promise<ScratchInstallation> {
  const folder = makeScratchFolder("kanban-operations-");
  const data = path.join(folder, "data");
  mkdirSync(data, { mode: 0o711 });
  const postgres = await startLocalPostgres({ dataDir: path.join(data, "postgres"), fsync: false });
  copyFileSync(path.join(PROJECT_ROOT, "env.template"), path.join(folder, "env.template"));
  const { apiDatabaseUrl, workerDatabaseUrl, apiToWorkerUrl, workerToApiUrl } = postgres.urls;
  const urls = {
    API_DATABASE_URL: apiDatabaseUrl,
    API_TO_WORKER_URL: apiToWorkerUrl,
    WORKER_DATABASE_URL: workerDatabaseUrl,
    WORKER_TO_API_URL: workerToApiUrl,
  };
  const envFiles = { api: path.join(folder, "api.env"), worker: path.join(folder, "worker.env") };
  const lines = (variables: object) =>
    Object.entries(variables)
      .map(([name, value]) => `${name}=${value}\n`)
      .join("");
  const { API_DATABASE_URL, API_TO_WORKER_URL, WORKER_DATABASE_URL, WORKER_TO_API_URL } = urls;
  const secret = { AUTH_SECRET: "a secret of the document, long enough", APP_URL };
  writeFileSync(envFiles.api, lines({ API_DATABASE_URL, API_TO_WORKER_URL, ...secret }));
  writeFileSync(envFiles.worker, lines({ WORKER_DATABASE_URL, WORKER_TO_API_URL }));
  // Set, and empty: so the developer's own .env names no database to any command.
  const noUrls = Object.fromEntries([...Object.keys(urls), "DATABASE_URL"].map((name) => [name, ""]));
  return {
    postgres,
    urls,
    folder,
    envFiles,
    run: (command, { withUrls = false, cwd = PROJECT_ROOT } = {}) =>
      new Promise((resolve) => {
        const env = {
          PATH: [path.join(PROJECT_ROOT, "node_modules/.bin"), process.env["PATH"]].join(path.delimiter),
          HOME: process.env["HOME"],
          ...compileCache,
          pnpm_config_verify_deps_before_run: "false",
          KANBAN_DATA_DIR: data,
          KANBAN_BACKUP_DIR: path.join(folder, "backups"),
          ...(withUrls ? urls : noUrls),
        };
        execFile("sh", ["-c", command], { cwd, env }, (error, stdout, stderr) =>
          resolve({ code: error ? Number(error.code ?? 1) : 0, text: `${stdout}${stderr}` }),
        );
      }),
    stop: async () => {
      await postgres.stop();
      for (const each of new Set([folder, postgres.dataDir])) rmSync(each, { recursive: true, force: true });
    },
  };
}
