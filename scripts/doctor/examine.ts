import { existsSync } from "node:fs";
import path from "node:path";
import type { BridgeStatus } from "@kanban/events/bridge-status";
import type { JobStatus } from "@kanban/events/job-status";
import { apiEnd, workerEnd } from "@kanban/messaging/bridge-end";
import { readBridgeStatus } from "@kanban/messaging/bridge-status";
import { createPool } from "@kanban/messaging/create-pool";
import { errorWords } from "@kanban/messaging/permanent-error";
import type { Pool } from "pg";
import { readJobStatus } from "../../apps/worker/src/operations/job-status.repository.ts";
import { DATABASE_SIDES, type DatabaseSide, PROJECT_ROOT, SIDE_FILES } from "../prisma/database-side.ts";
import { findPendingMigrations } from "../prisma/pending-migrations.ts";
import type { Finding } from "./finding.ts";
import { judgeBridge, judgeJobs } from "./judge-status.ts";

export type Examination = {
  findings: Finding[];
  api: { bridge: BridgeStatus } | null;
  worker: { bridge: BridgeStatus; jobs: JobStatus | null } | null;
};

const sides = { api: apiEnd, worker: workerEnd };

/** Looks at both databases and says how they are. Reads only. Never throws: what cannot be asked is a finding. */
export async function examine(urls: Record<DatabaseSide, string>): Promise<Examination> {
  const result: Examination = { findings: [], api: null, worker: null };
  for (const side of DATABASE_SIDES) {
    const pool = createPool(urls[side], { name: "kanban-doctor", max: 1, onError: () => {} });
    try {
      const reached = await reach(side, pool);
      result.findings.push(reached);
      if (reached.verdict === "failed") continue;
      const schema = await lookAtSchema(side, urls[side]);
      result.findings.push(schema);
      if (schema.verdict === "failed") continue;
      const bridge = await readBridgeStatus(pool, sides[side]);
      result.findings.push(...judgeBridge(side, bridge));
      if (side === "api") result.api = { bridge };
      else {
        const jobs = (await hasQueues(pool)) ? await readJobStatus(pool) : null;
        result.findings.push(...judgeJobs(jobs));
        result.worker = { bridge, jobs };
      }
    } catch (error) {
      result.findings.push({
        ...{ verdict: "failed", about: `${side} status`, found: errorWords(error) },
        todo: "Look whether the database is overloaded or still starting, and try again.",
      });
    } finally {
      await pool.end();
    }
  }
  return result;
}

async function reach(side: DatabaseSide, pool: Pool): Promise<Finding> {
  const about = `${side} database`;
  try {
    const { rows } = await pool.query<{ version: string }>("SELECT current_setting('server_version') AS version");
    return { verdict: "ok", about, found: `reachable, PostgreSQL ${rows[0]?.version ?? ""}` };
  } catch (error) {
    return {
      ...{ verdict: "failed", about, found: errorWords(error) },
      todo: `See that the server runs and that ${SIDE_FILES[side].variable} names it (pnpm start does both for the embedded one).`,
    };
  }
}

async function lookAtSchema(side: DatabaseSide, url: string): Promise<Finding> {
  const about = `${side} schema`;
  const pending = await findPendingMigrations(side, url);
  if (pending.length === 0) return { verdict: "ok", about, found: "of this version" };
  const isHere = (name: string) => existsSync(path.join(PROJECT_ROOT, SIDE_FILES[side].migrations, name));
  const missing = pending.filter(isHere);
  if (missing.length === 0)
    return {
      ...{ verdict: "attention", about, found: `newer than this program: ${pending.join(", ")}` },
      todo: "Update the program; an older one works beside it during an upgrade.",
    };
  return {
    ...{ verdict: "failed", about, found: `lacks ${missing.join(", ")}` },
    todo: "Back up, then pnpm start, or scripts/migrate-databases.sh for databases of your own.",
  };
}

/** The worker makes its queues when it starts for the first time. */
async function hasQueues(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ exists: boolean }>("SELECT to_regclass('pgboss.job') IS NOT NULL AS exists");
  return rows[0]?.exists ?? false;
}
