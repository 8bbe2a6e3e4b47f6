import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import type { PostgresBinaries } from "./binaries.ts";
import { isAlive } from "./process-table.ts";
import type { ServerUser } from "./server-user.ts";

/** Crash recovery after a hard stop replays at most a checkpoint interval of changes: seconds, not minutes. */
const READY_WITHIN_MS = 60_000;
/** A fast shutdown writes one checkpoint. Beyond this the server is told to drop everything; it recovers on the next start. */
const STOP_WITHIN_MS = 15_000;
const LOG_ROTATES_AT_BYTES = 10_000_000;

/** How the server answers while it starts: 57P03 is "the database system is starting up". */
const STARTING_UP = "57P03";

/**
 * Starts the server process. It gets a process group of its own, so that Ctrl-C in a terminal reaches us alone and we
 * stop it last.
 * @returns its process number; it is not ready yet.
 */
export function spawnServer(options: {
  clusterDir: string;
  logFile: string;
  binaries: PostgresBinaries;
  user: ServerUser;
  port: number;
  settings: Record<string, string>;
}): { pid: number; logOffset: number } {
  const { clusterDir, logFile, binaries, user, port, settings } = options;
  if (existsSync(logFile) && statSync(logFile).size > LOG_ROTATES_AT_BYTES) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, "a", 0o600);
  const logOffset = statSync(logFile).size;
  const all = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    ...settings,
  };
  const server = spawn(
    binaries.postgres,
    ["-D", clusterDir, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    // The relative cwd of a stranger may be closed to the server user; / is not.
    {
      detached: true,
      stdio: ["ignore", log, log],
      cwd: "/",
      env: { PATH: process.env["PATH"], LC_ALL: "C" },
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    },
  );
  closeSync(log);
  server.on("error", () => {});
  server.unref();
  return { pid: server.pid ?? 0, logOffset };
}

/** Waits until the server accepts a connection; on failure says what its log says. */
export async function waitUntilReady(options: {
  pid: number;
  adminUrl: string;
  logFile: string;
  logOffset: number;
}): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    if (options.pid === 0 || !isAlive(options.pid)) throw new ServerDidNotStart(readLog(options));
    const refusal = await tryConnection(options.adminUrl);
    if (refusal === null) return;
    if (refusal.code !== STARTING_UP && refusal.code !== "ECONNREFUSED" && refusal.code !== "ECONNRESET") throw refusal;
    if (Date.now() > deadline) throw new ServerDidNotStart(readLog(options));
    await delay(25);
  }
}

/** PostgreSQL ended, or never answered, while starting. `log` is what it wrote meanwhile. */
export class ServerDidNotStart extends Error {
  readonly log: string;
  constructor(log: string) {
    super(`PostgreSQL did not start:\n${log.trim().split("\n").slice(-12).join("\n")}`);
    this.name = "ServerDidNotStart";
    this.log = log;
  }
}

/** Stops the server: first politely (it ends open sessions and writes a checkpoint), then hard. */
export async function stopServer(pid: number): Promise<void> {
  signal(pid, "SIGINT");
  if (await isGoneWithin(pid, STOP_WITHIN_MS)) return;
  signal(pid, "SIGQUIT");
  await isGoneWithin(pid, STOP_WITHIN_MS);
}

/** Sends a signal to a server that may already be gone. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone.
  }
}

async function isGoneWithin(pid: number, limitMs: number): Promise<boolean> {
  for (const deadline = Date.now() + limitMs; Date.now() < deadline; await delay(20)) if (!isAlive(pid)) return true;
  return false;
}

async function tryConnection(adminUrl: string): Promise<(Error & { code?: string }) | null> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.end();
    return null;
  } catch (error) {
    return error as Error & { code?: string };
  }
}

function readLog({ logFile, logOffset }: { logFile: string; logOffset: number }): string {
  return existsSync(logFile) ? readFileSync(logFile).subarray(logOffset).toString("utf8") : "";
}
