import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeLauncher } from "@kanban/schema-engine/launcher";
import { PROJECT_ROOT } from "./database-side.ts";

/** `stdout` is the command's result (a script, a report); `output` has its remarks too. Both empty unless captured. */
export type PrismaRun = { exitCode: number; stdout: string; output: string };

/**
 * Runs one command of the Prisma CLI with this project's schema engine, without update notices or calls home.
 * With `capture` its words are returned; otherwise they go straight to the terminal.
 */
export async function runPrisma(
  args: string[],
  options: { env?: Record<string, string>; capture?: boolean } = {},
): Promise<PrismaRun> {
  const folder = mkdtempSync(path.join(tmpdir(), "kanban-schema-engine-"));
  try {
    const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: PROJECT_ROOT,
      stdio: options.capture ? ["ignore", "pipe", "pipe"] : "inherit",
      env: {
        ...process.env,
        ...options.env,
        PRISMA_SCHEMA_ENGINE_BINARY: writeLauncher(folder),
        CHECKPOINT_DISABLE: "1",
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
      },
    });
    let stdout = "";
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => (output += text));
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.once("error", reject);
      // A CLI ended by a signal (Ctrl-C) has no exit code.
      child.once("close", (code) => resolve(code ?? 130));
    });
    return { exitCode, stdout, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
