import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { compileCache } from "@kanban/testing/compile-cache";
import { waitFor } from "@kanban/testing/wait-for";
import { PROJECT_ROOT, type DatabaseSide } from "../prisma/database-side.ts";

/** An api or a worker in a process of its own, as an operator starts it. */
export type Program = {
  url: string;
  readiness(): Promise<number>;
  /** Everything it logged. */
  log(): string;
  /** SIGTERM, and its exit code. */
  stop(): Promise<number | null>;
};

const startsWithinMs = 60_000;

/** Starts `side` on a port of its own with nothing in its environment but `env`; resolves when it is ready. */
export function startProgram(side: DatabaseSide, env: Record<string, string>): Promise<Program> {
  return watchProgram([process.execPath, path.join(PROJECT_ROOT, `apps/${side}/src/main.ts`)], { PORT: "0", ...env });
}

/** Starts an api or a worker by a command line; resolves when it is ready. */
export async function watchProgram(
  [program = "", ...args]: string[],
  env: Record<string, string | undefined>,
): Promise<Program> {
  const child = spawn(program, args, {
    cwd: PROJECT_ROOT,
    env: { ...compileCache, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  const ended = once(child, "close").then(([code]) => {
    process.off("exit", end);
    return code as number | null;
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (printed += chunk));
  const port = await waitFor(
    () => {
      const line = printed.split("\n").find((words) => /"msg":"(the API listens|the worker answers)"/.test(words));
      return line ? (JSON.parse(line) as { port: number }).port : null;
    },
    { timeoutMs: startsWithinMs, what: "the program to listen" },
  ).catch((error: unknown) => {
    end();
    throw new Error(printed, { cause: error });
  });
  const url = `http://127.0.0.1:${port}`;
  const readiness = async () => (await fetch(`${url}/readyz`)).status;
  await waitFor(async () => (await readiness()) === 200, {
    timeoutMs: startsWithinMs,
    what: "the program to be ready",
  });
  return {
    url,
    readiness,
    log: () => printed,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
