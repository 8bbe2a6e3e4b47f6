import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { compileCache } from "@kanban/testing/compile-cache";
import { waitFor } from "@kanban/testing/wait-for";
import { takePort } from "./take-port.ts";

export const PROJECT_ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** One of the product's processes, run as an operator would, started and ended at will. */
export type Program = {
  name: string;
  /** Where it answers, whichever of its lives it is in. */
  url: string;
  /** Resolves when `/healthz` answers. */
  start(): Promise<void>;
  isRunning(): boolean;
  /** Resolves when `/readyz` says yes. */
  untilReady(timeoutMs?: number): Promise<void>;
  /** SIGKILL: it gets no chance to finish anything. Harmless when it does not run. */
  kill(): Promise<void>;
  /** SIGTERM; answers its exit code, or the signal that ended it, and how many milliseconds it took. */
  terminate(): Promise<{ ended: number | string; tookMs: number }>;
  /** Any other signal: SIGSTOP freezes it, SIGCONT lets it go on. */
  signal(name: NodeJS.Signals): void;
  /** Every end that nobody here caused: there must be none. */
  surprises: readonly string[];
};

export type ProgramOptions = {
  name: string;
  /** Relative to the project. */
  main: string;
  env: Record<string, string>;
  logFolder: string;
  /** Node's own arguments, such as a hook to load first. */
  nodeArgs?: readonly string[];
};

/** A second when the machine is quiet; twenty may start at once, and other work may run beside. */
const startsWithinMs = 90_000;

/** Whatever ends the supervisor ends them: an orphan would hold its port and wait for databases that are gone. */
const children = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

export async function defineProgram({ name, main, env, logFolder, nodeArgs = [] }: ProgramOptions): Promise<Program> {
  const port = await takePort();
  const url = `http://127.0.0.1:${port}`;
  const surprises: string[] = [];
  let child: ChildProcess | null = null;
  let isMeantToEnd = false;
  const isRunning = () => child !== null && child.exitCode === null && child.signalCode === null;
  const answers = (path: string) => async () => {
    if (!isRunning()) throw new Error(`${name} does not run`);
    return (await fetch(`${url}${path}`, { signal: AbortSignal.timeout(2_000) })).ok;
  };
  const end = async (signal: NodeJS.Signals) => {
    const running = child;
    if (!running || !isRunning()) return;
    isMeantToEnd = true;
    const gone = once(running, "exit");
    running.kill(signal);
    await gone;
  };
  return {
    name,
    url,
    surprises,
    isRunning,
    start: async () => {
      const log = openSync(path.join(logFolder, `${name}.log`), "a");
      isMeantToEnd = false;
      const started = spawn(process.execPath, [...nodeArgs, path.join(PROJECT_ROOT, main)], {
        cwd: PROJECT_ROOT,
        env: {
          PATH: process.env["PATH"] ?? "",
          ...compileCache,
          HOST: "127.0.0.1",
          LOG_LEVEL: "info",
          ...env,
          PORT: String(port),
        },
        stdio: ["ignore", log, log],
      });
      closeSync(log);
      child = started;
      children.add(started);
      started.once("exit", (code, signal) => {
        children.delete(started);
        if (!isMeantToEnd) surprises.push(`${name} ended by itself: ${signal ?? `code ${code}`}`);
      });
      await waitFor(answers("/healthz"), { timeoutMs: startsWithinMs, what: `${name} to answer` });
    },
    untilReady: async (timeoutMs = startsWithinMs) => {
      await waitFor(answers("/readyz"), { timeoutMs, what: `${name} to be ready` });
    },
    kill: () => end("SIGKILL"),
    terminate: async () => {
      const begin = performance.now();
      await end("SIGTERM");
      return { ended: child?.exitCode ?? child?.signalCode ?? "never ran", tookMs: performance.now() - begin };
    },
    signal: (signal) => child?.kill(signal),
  };
}
