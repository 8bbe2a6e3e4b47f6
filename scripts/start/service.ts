import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import path from "node:path";

const LOG_ROTATES_AT_BYTES = 10_000_000;
/** The processes finish requests and jobs in hand within 10 s; a little longer and they are ended. */
const STOP_WITHIN_MS = 12_000;
const LAST_LINES = 20;

/** One of the application's processes. */
export type Service = {
  name: string;
  pid: number;
  logFile: string;
  /** Resolves when the process has ended, with how. */
  ended: Promise<string>;
  hasEnded(): boolean;
  /** What it wrote last, since it was started. */
  lastOutput(): string;
  /** Asks it to stop, waits, then ends it. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
};

export type ServiceOptions = {
  name: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
  logFolder: string;
};

/**
 * Starts a Node program in a process group of its own, so that Ctrl-C reaches only us and we choose the order; its
 * output goes to a log file.
 */
export function startService({ name, args, cwd, env, logFolder }: ServiceOptions): Service {
  mkdirSync(logFolder, { recursive: true });
  const logFile = path.join(logFolder, `${name}.log`);
  if (existsSync(logFile) && statSync(logFile).size > LOG_ROTATES_AT_BYTES) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, "a");
  const logOffset = statSync(logFile).size;
  const child = spawn(process.execPath, args, { cwd, env, detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  let isGone = false;
  const ended = new Promise<string>((resolve) => {
    const end = (how: string) => {
      isGone = true;
      resolve(how);
    };
    child.once("error", (error) => end(error.message));
    child.once("exit", (code, signal) =>
      end(signal ? `was ended by ${signal}` : `ended with code ${code ?? "unknown"}`),
    );
  });
  const pid = child.pid ?? 0;
  // The whole group: `next dev` and `node --watch` have children of their own.
  const send = (signal: NodeJS.Signals) => {
    try {
      if (pid > 0) process.kill(-pid, signal);
    } catch {
      // The group has no member left.
    }
  };
  return {
    name,
    pid,
    logFile,
    ended,
    hasEnded: () => isGone,
    lastOutput: () =>
      readFileSync(logFile).subarray(logOffset).toString("utf8").trim().split("\n").slice(-LAST_LINES).join("\n"),
    stop: async () => {
      send("SIGTERM");
      const limit = setTimeout(() => send("SIGKILL"), STOP_WITHIN_MS);
      await ended;
      clearTimeout(limit);
      // Members that outlived the leader.
      send("SIGKILL");
    },
    kill: () => send("SIGKILL"),
  };
}
