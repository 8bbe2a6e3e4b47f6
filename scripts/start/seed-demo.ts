import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PROJECT_ROOT } from "../prisma/database-side.ts";

const SEED = path.join(PROJECT_ROOT, "apps/api/src/seed-demo.ts");

/**
 * Fills the embedded database with the demo board, once per installation: a demo that somebody removed stays away.
 * A demo that cannot be loaded is no reason not to start.
 */
export async function seedDemo(dataFolder: string, logFolder: string, env: Record<string, string>): Promise<string> {
  const done = path.join(dataFolder, "demo-seeded");
  if (existsSync(done)) return "seeded before";
  const child = spawn(process.execPath, [SEED], { cwd: PROJECT_ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve),
  );
  if (code !== 0) {
    const logFile = path.join(logFolder, "demo.log");
    mkdirSync(logFolder, { recursive: true });
    writeFileSync(logFile, output);
    return `not loaded, tried again at the next start; why: ${logFile}`;
  }
  writeFileSync(done, "");
  return output.trim().split("\n").at(-1) ?? "";
}
