import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { compileCache } from "@kanban/testing/compile-cache";
import { PROJECT_ROOT, SIDE_FILES, type DatabaseSide } from "../prisma/database-side.ts";

/** A version of the project that has one migration more on each side that is given one. */
export type NewerVersion = {
  /** Deploys it as an operator does. */
  deploy(urls: Record<"API_DATABASE_URL" | "WORKER_DATABASE_URL", string>): Promise<{ code: number; text: string }>;
  remove(): void;
};

/** Makes a folder of its own with the scripts and migrations of today, and the planted ones after them. */
export function plantNewerVersion(migrations: Partial<Record<DatabaseSide, string>>): NewerVersion {
  const folder = mkdtempSync(path.join(tmpdir(), "kanban-newer-"));
  for (const name of ["scripts", "prisma"])
    cpSync(path.join(PROJECT_ROOT, name), path.join(folder, name), { recursive: true });
  for (const name of ["node_modules", "packages", "package.json"])
    symlinkSync(path.join(PROJECT_ROOT, name), path.join(folder, name));
  for (const [side, script] of Object.entries(migrations)) {
    const migration = path.join(folder, SIDE_FILES[side as DatabaseSide].migrations, "20990101000000_of_tomorrow");
    mkdirSync(migration);
    writeFileSync(path.join(migration, "migration.sql"), script);
  }
  return {
    deploy: (urls) =>
      new Promise((resolve) => {
        const env = { PATH: process.env["PATH"], ...compileCache, ...urls };
        execFile(path.join(folder, "scripts/migrate-databases.sh"), { env }, (error, stdout, stderr) =>
          resolve({ code: error ? Number(error.code ?? 1) : 0, text: `${stdout}${stderr}` }),
        );
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
