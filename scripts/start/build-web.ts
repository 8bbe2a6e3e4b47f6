import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, cpSync, existsSync, globSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PROJECT_ROOT } from "../prisma/database-side.ts";

export const WEB_FOLDER = path.join(PROJECT_ROOT, "apps/web");
const STANDALONE = path.join(WEB_FOLDER, ".next/standalone/apps/web");
/** The built server: smaller than `next start`, and the same program the web image runs. */
export const WEB_SERVER = path.join(STANDALONE, "server.js");
const STAMP = path.join(WEB_FOLDER, ".next/kanban-build");
/** All that ends up in the browser; the API's types do not. */
const SOURCES = [
  "apps/web/{src,public,service-worker}/**/*",
  "apps/web/*.{ts,js,mjs,json}",
  "packages/domain/src/**/*",
  "pnpm-lock.yaml",
];

/** The `next` program, as the web app resolves it. */
export function nextProgram(): string {
  return createRequire(path.join(WEB_FOLDER, "package.json")).resolve("next/dist/bin/next");
}

/** Builds the web app unless its build belongs to today's sources. */
export async function buildWeb(env: Record<string, string>, logFolder: string): Promise<string> {
  const today = sourceHash();
  if (existsSync(WEB_SERVER) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === today) return "built before";
  mkdirSync(logFolder, { recursive: true });
  const logFile = path.join(logFolder, "web-build.log");
  const log = openSync(logFile, "w");
  const run = async (args: string[]) => {
    const build = spawn(process.execPath, args, { cwd: WEB_FOLDER, env, stdio: ["ignore", log, log] });
    // A stop in the middle of a build takes the build along.
    const abandon = () => void build.kill("SIGKILL");
    process.once("exit", abandon);
    const code = await new Promise<number | null>((resolve, reject) =>
      build.once("error", reject).once("close", resolve),
    );
    process.off("exit", abandon);
    if (code !== 0)
      throw new Error(
        `The web app could not be built:\n${readFileSync(logFile, "utf8").trim().split("\n").slice(-30).join("\n")}`,
      );
  };
  await run([nextProgram(), "build"]);
  // Next leaves these two out, expecting a content delivery network.
  cpSync(path.join(WEB_FOLDER, ".next/static"), path.join(STANDALONE, ".next/static"), { recursive: true });
  cpSync(path.join(WEB_FOLDER, "public"), path.join(STANDALONE, "public"), { recursive: true });
  await run(["build-service-worker.ts", ".next/static", path.join(STANDALONE, "public")]);
  closeSync(log);
  writeFileSync(STAMP, today);
  return "built";
}

function sourceHash(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((pattern) => globSync(pattern, { cwd: PROJECT_ROOT, withFileTypes: true }))) {
    // `next build` writes next-env.d.ts itself.
    if (!file.isFile() || /\.test\.tsx?$|^next-env\.d\.ts$/.test(file.name)) continue;
    const full = path.join(file.parentPath, file.name);
    hash.update(path.relative(PROJECT_ROOT, full)).update("\0").update(readFileSync(full)).update("\0");
  }
  return hash.digest("hex");
}
