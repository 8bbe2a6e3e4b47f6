import { existsSync } from "node:fs";
import path from "node:path";
import { loadEnvFile } from "node:process";
import { PROJECT_ROOT } from "../prisma/database-side.ts";

/** Reads the project's `.env`, if there is one. What the environment already says wins. */
export function loadProjectEnv(): void {
  const file = path.join(PROJECT_ROOT, ".env");
  if (existsSync(file)) loadEnvFile(file);
}
