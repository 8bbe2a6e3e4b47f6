import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { startWire, type Wire } from "@kanban/testing/wire";
import type pg from "pg";
import { type Cluster, startCluster } from "./cluster.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import { openPool } from "./open-pool.ts";
import { defineProgram, type Program } from "./program.ts";
import { copyTemplate, makeFolder } from "./template.ts";

/** The way of each connection from one process to another. */
export type WireName = "clients" | "apiDb" | "apiToWorker" | "workerDb" | "workerToApi";

/**
 * The whole product under one supervisor: two PostgreSQL, so that each can fail alone, an api and a worker, and a wire
 * between every two of them.
 */
export type Rig<W extends Wire = Wire> = {
  folder: string;
  /** Where clients reach the API, through its wire. */
  apiUrl: string;
  api: Program;
  worker: Program;
  /** One more worker, on the same databases unless its environment says otherwise; not started yet. */
  addWorker(name: string, options?: ProcessOptions): Promise<Program>;
  /** One more api, likewise. */
  addApi(name: string, options?: ProcessOptions): Promise<Program>;
  clusters: { api: Cluster; worker: Cluster };
  wires: Record<Exclude<WireName, "clients">, W> & { clients: Wire };
  /** Past the wires, as the owners: for looking and arranging. */
  databases: { api: pg.Pool; worker: pg.Pool };
  ledger: Ledger;
  /** Every process end nobody here caused. */
  surprises(): string[];
  stop(): Promise<void>;
};

/** What is different about one process; `nodeArgs` take the place of the rig's. */
export type ProcessOptions = { env?: Record<string, string>; nodeArgs?: readonly string[] };

export type RigOptions<W extends Wire> = {
  name: string;
  /** Makes the wires to PostgreSQL; the plain ones know nothing of what passes. */
  openWire: (serverUrl: string) => Promise<W>;
  /** More for a process's environment. */
  env?: Partial<Record<"api" | "worker", Record<string, string>>>;
  /** Node's arguments for a process: hooks that plant a bug. */
  nodeArgs?: readonly string[];
};

export const openPlainRig = (options: Omit<RigOptions<Wire>, "openWire">) =>
  openRig({ ...options, openWire: startWire });

/** Brings everything up; api and worker are running and ready. */
export async function openRig<W extends Wire>({ name, openWire, env, nodeArgs = [] }: RigOptions<W>): Promise<Rig<W>> {
  const folder = makeFolder(name);
  const logFolder = path.join(folder, "logs");
  mkdirSync(logFolder);
  for (const side of ["api", "worker"] as const) copyTemplate(path.join(folder, side));
  const [apiCluster, workerCluster] = await Promise.all([
    startCluster(path.join(folder, "api")),
    startCluster(path.join(folder, "worker")),
  ]);
  const { apiDatabaseUrl, workerToApiUrl } = apiCluster.urls;
  const { workerDatabaseUrl, apiToWorkerUrl } = workerCluster.urls;
  const [apiDb, apiToWorker, workerDb, workerToApi] = await Promise.all([
    openWire(apiDatabaseUrl),
    openWire(apiToWorkerUrl),
    openWire(workerDatabaseUrl),
    openWire(workerToApiUrl),
  ]);
  const programs: Program[] = [];
  const define = async (name: string, side: "api" | "worker", options: ProcessOptions = {}) => {
    const own = side === "api" ? apiEnv : workerEnv;
    const program = await defineProgram({
      name,
      main: `apps/${side}/src/main.ts`,
      env: { ...own, ...env?.[side], ...options.env },
      logFolder,
      nodeArgs: options.nodeArgs ?? nodeArgs,
    });
    programs.push(program);
    return program;
  };
  const apiEnv = {
    API_DATABASE_URL: apiDb.url,
    API_TO_WORKER_URL: apiToWorker.url,
    AUTH_SECRET: "a secret that only chaos knows, 32 and more",
    APP_URL: "http://localhost:3000",
  };
  // Pages of others are not among what is broken here, and what their absence does is not this product's fault.
  const workerEnv = { WORKER_DATABASE_URL: workerDb.url, WORKER_TO_API_URL: workerToApi.url, FETCH_PAGES: "off" };
  const api = await define("api", "api");
  const worker = await define("worker", "worker");
  const clients = await startWire(api.url);
  const databases = { api: openPool(apiDatabaseUrl), worker: openPool(workerDatabaseUrl) };
  const ledger = openLedger(path.join(folder, "ledger.jsonl"));
  const wires = { clients, apiDb, apiToWorker, workerDb, workerToApi };

  const stop = async () => {
    await Promise.all(programs.map((program) => program.kill()));
    await Promise.all(Object.values(wires).map((wire) => wire.stop()));
    await Promise.all([databases.api.end(), databases.worker.end()]);
    await Promise.all([apiCluster.stop(), workerCluster.stop()]);
    ledger.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all([api.start(), worker.start()]);
    await Promise.all([api.untilReady(), worker.untilReady()]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    folder,
    apiUrl: clients.url.replace(/\/$/, ""),
    api,
    worker,
    addWorker: (extra, options) => define(extra, "worker", options),
    addApi: (extra, options) => define(extra, "api", options),
    clusters: { api: apiCluster, worker: workerCluster },
    wires,
    databases,
    ledger,
    surprises: () => programs.flatMap(({ surprises }) => surprises),
    stop,
  };
}
