import { chmodSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { setInterval as every, setTimeout as delay } from "node:timers/promises";
import { findBinaries } from "./binaries.ts";
import { readOrCreateCredentials, type Credentials } from "./credentials.ts";
import { ensureDatabases } from "./ensure-databases.ts";
import { findFreePort } from "./free-port.ts";
import { initCluster } from "./init-cluster.ts";
import { claimServer, type Ownership } from "./ownership.ts";
import { placeInstallation } from "./placement.ts";
import { findRunningServer } from "./postmaster-pid.ts";
import { isAlive } from "./process-table.ts";
import { SIDES } from "./roles.ts";
import { ServerDidNotStart, signal, spawnServer, stopServer, waitUntilReady } from "./run-server.ts";
import { chooseServerUser } from "./server-user.ts";

/** A port taken, or memory not yet given back by a killed server: both pass by themselves or with another port. */
const START_ATTEMPTS = 8;

export type LocalPostgresOptions = {
  /** Folder of the installation: passwords, log and the cluster itself. Created when missing. */
  dataDir: string;
  /** First port to try; a taken one is moved to the next free one. 0 (the default) means any. */
  port?: number;
  /** Off only for throw-away test clusters: a crash of the machine may then destroy the data. */
  fsync?: boolean;
  /** More server settings, such as `max_connections`. */
  settings?: Record<string, string>;
  /** What to do when another living process already runs this installation. The default refuses with its address. */
  whenRunning?: "refuse" | "reuse";
};

export type LocalPostgres = {
  urls: {
    apiDatabaseUrl: string;
    workerDatabaseUrl: string;
    apiToWorkerUrl: string;
    workerToApiUrl: string;
    adminUrl: string;
  };
  port: number;
  pid: number;
  /** Where the installation really lies (it moves when root's server user cannot enter the folder asked for). */
  dataDir: string;
  /** True when this call found a server already running: its own process stops it, not us. */
  shared: boolean;
  /** Resolves when the server has ended, by whatever cause; noticed within two seconds. */
  ended: Promise<void>;
  /** Stops the server and waits for its end; harmless to call twice, and a no-op for a shared one. */
  stop(): Promise<void>;
};

/** Another living process owns this installation. */
export class AlreadyRunningError extends Error {
  constructor(dataDir: string, port: number, pid: number) {
    super(
      `PostgreSQL already runs on ${dataDir} (port ${port}, process ${pid}) for another start of this project. Stop that one first, or use it.`,
    );
    this.name = "AlreadyRunningError";
  }
}

/**
 * Starts PostgreSQL 18 on a folder, with both databases and all four roles, reachable on 127.0.0.1 only.
 * A server left over from a killed process is adopted; a stale `postmaster.pid` is cleared away.
 * @throws AlreadyRunningError when another living process owns the folder (unless `whenRunning` is 'reuse').
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const user = chooseServerUser();
  const { dataDir, binaries } = placeInstallation(options.dataDir, findBinaries(), user);
  mkdirSync(dataDir, { recursive: true });
  // The server user passes through to its cluster; nobody lists the folder or reads the passwords.
  if (user) chmodSync(dataDir, 0o711);
  const credentials = readOrCreateCredentials(dataDir);
  const clusterDir = path.join(dataDir, "cluster");
  const logFile = path.join(dataDir, "postgres.log");
  const urlOf = (port: number) => (role: keyof Credentials, database: string) =>
    `postgresql://${role}:${credentials[role]}@127.0.0.1:${port}/${database}`;

  const running = existsSync(clusterDir) ? findRunningServer(clusterDir) : null;
  if (running) {
    const adminUrl = urlOf(running.port)("postgres", "postgres");
    await waitUntilReady({ pid: running.pid, adminUrl, logFile, logOffset: 0 });
    const ownership = await claimServer(adminUrl);
    if (!ownership && options.whenRunning !== "reuse")
      throw new AlreadyRunningError(dataDir, running.port, running.pid);
    return describe(running.pid, running.port, ownership);
  }

  initCluster({ clusterDir, binaries, user, adminPassword: credentials.postgres, fsync: options.fsync ?? true });
  const settings = {
    ...((options.fsync ?? true) ? {} : { fsync: "off", full_page_writes: "off", synchronous_commit: "off" }),
    ...options.settings,
  };
  let wanted = options.port ?? 0;
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort(wanted);
    const { pid, logOffset } = spawnServer({ clusterDir, logFile, binaries, user, port, settings });
    try {
      await waitUntilReady({ pid, adminUrl: urlOf(port)("postgres", "postgres"), logFile, logOffset });
      return await describe(pid, port, await claimServer(urlOf(port)("postgres", "postgres")));
    } catch (error) {
      await stopServer(pid);
      const retryable =
        error instanceof ServerDidNotStart &&
        /could not bind|Address already in use|shared memory block/i.test(error.log);
      if (!retryable || attempt === START_ATTEMPTS) throw error;
      if (/could not bind|Address already in use/i.test(error.log)) wanted = wanted === 0 ? 0 : port + 1;
      else await delay(250);
    }
  }

  async function describe(pid: number, port: number, ownership: Ownership | null): Promise<LocalPostgres> {
    const url = urlOf(port);
    if (ownership) await ensureDatabases((database) => url("postgres", database), credentials);
    // The last resort when this process ends without calling stop(): only a signal can be sent at that moment.
    const onExit = () => signal(pid, "SIGINT");
    if (ownership) process.once("exit", onExit);
    let stopping: Promise<void> | undefined;
    return {
      urls: {
        apiDatabaseUrl: url(SIDES.api.owner, SIDES.api.database),
        workerDatabaseUrl: url(SIDES.worker.owner, SIDES.worker.database),
        apiToWorkerUrl: url(SIDES.worker.publisher, SIDES.worker.database),
        workerToApiUrl: url(SIDES.api.publisher, SIDES.api.database),
        adminUrl: url("postgres", "postgres"),
      },
      port,
      pid,
      dataDir,
      shared: ownership === null,
      ended: untilEnded(pid),
      stop: () => (stopping ??= stop()),
    };

    async function stop(): Promise<void> {
      if (!ownership) return;
      process.off("exit", onExit);
      await ownership.release();
      await stopServer(pid);
    }
  }
}

/** Asks instead of listening for the exit: an adopted server is no child of ours. Keeps no program alive. */
async function untilEnded(pid: number): Promise<void> {
  for await (const _ of every(2_000, undefined, { ref: false })) if (!isAlive(pid)) return;
}
