import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { findFreePort } from "@kanban/local-postgres/free-port";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** As `pnpm start` runs them: one interface, and Node's compile cache, which the first start of each fills. */
const common = {
  PATH: process.env["PATH"] ?? "",
  HOST: "127.0.0.1",
  HOSTNAME: "127.0.0.1",
  LOG_LEVEL: "warn",
  NODE_COMPILE_CACHE: path.join(tmpdir(), "kanban-bench-compile-cache"),
};

export type RunningService = {
  url: string;
  /** From the start of the process to the first answer, in milliseconds. */
  startedInMs: number;
  /** Resident memory of the process and its children, in MB (10^6 bytes). */
  residentMb(): number;
  stop(): Promise<void>;
};

/** Starts one of the product's processes as an operator would and waits until `health` answers 200. */
export async function startService(
  args: string[],
  env: Record<string, string>,
  health: string,
  chosenPort?: number,
): Promise<RunningService> {
  const port = chosenPort ?? (await findFreePort(0));
  const begin = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...common, ...env, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  await untilAnswers(`${url}${health}`, child);
  return {
    url,
    startedInMs: performance.now() - begin,
    residentMb: () => residentBytes(child.pid!) / 1e6,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

async function untilAnswers(url: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The process behind ${url} ended with ${child.exitCode}`);
    const answer = await fetch(url, { redirect: "manual" }).catch(() => null);
    await answer?.body?.cancel();
    if (answer && answer.status < 400) return;
    await delay(15);
  }
  throw new Error(`${url} does not answer`);
}

function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const own = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  return (
    own + (children === "" ? 0 : children.split(" ").reduce((sum, child) => sum + residentBytes(Number(child)), 0))
  );
}
