import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startLocalPostgres } from "@kanban/local-postgres/start-local-postgres";
import { DATABASE_SIDES, SIDE_FILES } from "./database-side.ts";
import { runPrisma } from "./prisma-cli.ts";

/**
 * Checks on a throw-away PostgreSQL that the migrations of both sides lead exactly to their schemas.
 * @returns the sides that differ; what differs is printed.
 */
export async function findDrift(): Promise<string[]> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "kanban-drift-"));
  const local = await startLocalPostgres({ dataDir, fsync: false });
  const differing: string[] = [];
  try {
    for (const side of DATABASE_SIDES) {
      const { config, variable, migrations, schema } = SIDE_FILES[side];
      const url = side === "api" ? local.urls.apiDatabaseUrl : local.urls.workerDatabaseUrl;
      const { exitCode, output } = await runPrisma(
        ["migrate", "diff", "--config", config, "--from-migrations", migrations, "--to-schema", schema, "--exit-code"],
        { env: { [variable]: url }, capture: true },
      );
      // The words too: a comparison that broke off quietly must not pass for agreement.
      const agrees = exitCode === 0 && output.includes("No difference detected");
      console.log(
        agrees ? `${side}: migrations and schema agree.` : `${side}: migrations and schema differ.\n${output}`,
      );
      if (!agrees) differing.push(side);
    }
  } finally {
    await local.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return differing;
}
