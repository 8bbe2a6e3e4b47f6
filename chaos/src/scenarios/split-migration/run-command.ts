import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { compileCache } from "@kanban/testing/compile-cache";
import { PROJECT_ROOT } from "../../rig/program.ts";
import type { Subject } from "./ground.ts";

/** How the command ended, and what it had said. */
export type Run = { code: number | null; isKilled: boolean; lines: string[]; seconds: number };

export type CommandOptions = {
  nodeArgs: readonly string[];
  /** So long after a line like that; `null`: after its start. */
  kill?: { line: RegExp | null; afterMs: number };
};

const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Runs `scripts/migrate-databases.sh --from …` as an operator would; with `kill`, ends it by SIGKILL on its way. */
export async function runCommand(
  { oldUrl, urls, folder }: Pick<Subject, "oldUrl" | "urls" | "folder">,
  args: readonly string[],
  { nodeArgs, kill }: CommandOptions,
): Promise<Run> {
  const begin = performance.now();
  const child = spawn(path.join(PROJECT_ROOT, "scripts/migrate-databases.sh"), ["--from", oldUrl, ...args], {
    cwd: PROJECT_ROOT,
    env: {
      PATH: process.env["PATH"] ?? "",
      ...compileCache,
      NODE_OPTIONS: nodeArgs.join(" "),
      API_DATABASE_URL: urls.api,
      WORKER_DATABASE_URL: urls.worker,
      KANBAN_DATA_DIR: folder,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const lines: string[] = [];
  let isMeant = false;
  const strike = () => {
    isMeant = true;
    setTimeout(() => child.kill("SIGKILL"), kill?.afterMs);
  };
  if (kill?.line === null) strike();
  const hear = (line: string) => {
    lines.push(line);
    if (!isMeant && kill?.line?.test(line)) strike();
  };
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on("line", hear);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      running.delete(child);
      resolve({ code, isKilled: signal === "SIGKILL", lines, seconds: (performance.now() - begin) / 1_000 });
    });
  });
}

/** The last words of a run, for a finding. */
export function lastWords({ code, isKilled, lines }: Run): string {
  return `${isKilled ? "killed" : `exit ${code}`}: ${lines.slice(-3).join(" / ")}`;
}
