import { spawn } from "node:child_process";
import path from "node:path";
import { PROJECT_ROOT } from "../prisma/database-side.ts";

export type CommandResult = { exitCode: number; output: string };

/**
 * Runs a program of the project's own node_modules (or `node` itself, then this very one) in the root folder.
 * @returns its exit code and everything it printed, both streams as they came; `echo` shows it meanwhile as well.
 */
export function runCommand(
  program: string,
  args: string[],
  { env = {}, echo = false, timeoutMs }: { env?: Record<string, string>; echo?: boolean; timeoutMs?: number } = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(
      program === "node" ? process.execPath : path.join(PROJECT_ROOT, "node_modules/.bin", program),
      args,
      {
        cwd: PROJECT_ROOT,
        stdio: ["ignore", "pipe", "pipe"],
        ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
        env: {
          ...process.env,
          PATH: [
            path.join(PROJECT_ROOT, "node_modules/.bin"),
            path.dirname(process.execPath),
            process.env["PATH"],
          ].join(path.delimiter),
          ...env,
        },
      },
    );
    let output = "";
    const take = (chunk: Buffer) => {
      output += chunk.toString("utf8");
      if (echo) process.stdout.write(chunk);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.once("error", (error) => resolve({ exitCode: 1, output: `${output}${error.message}\n` }));
    child.once("close", (code) => resolve({ exitCode: code ?? 1, output }));
  });
}

/** What a program that fails with a readable report has to say; nothing when it is content. */
export async function complaintsOf(program: string, args: string[]): Promise<string[]> {
  const { exitCode, output } = await runCommand(program, args);
  return exitCode === 0 ? [] : [output.trim() || `${program} ended with exit code ${exitCode}`];
}
