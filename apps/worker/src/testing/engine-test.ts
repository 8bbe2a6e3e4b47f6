import { createWorkerDb, type WorkerDb } from "@kanban/db-worker/client";
import { createPool } from "@kanban/messaging/create-pool";
import { type Listener, startListener } from "@kanban/messaging/listen";
import { workerDbTest } from "@kanban/testing/database-tests";
import type { Pool } from "pg";
import type { PgBoss } from "pg-boss";
import { pino } from "pino";
import { datesAgent } from "../agents/dates.ts";
import { createBoardMemories } from "../learning/board-memories.ts";
import type { AgentDeps } from "../jobs/run-agents.ts";
import { startJobEngine } from "../jobs/start-job-engine.ts";

const log = pino({ level: "silent" });

/** Tests on the parts of a worker around its job engine, none of them running by itself. */
export const engineTest = workerDbTest.extend<{
  pool: Pool;
  listener: Listener;
  boss: PgBoss;
  db: WorkerDb;
  deps: AgentDeps;
}>({
  pool: async ({ workerDatabase }, use) => {
    const pool = createPool(workerDatabase.url, { name: "test", max: 4, onError: () => {} });
    await use(pool);
    await pool.end();
  },
  listener: async ({ workerDatabase }, use) => {
    const listener = startListener({ url: workerDatabase.url, name: "test", onError: () => {} });
    await use(listener);
    await listener.stop();
  },
  boss: async ({ workerDatabase, listener }, use) => {
    const engine = await startJobEngine({ url: workerDatabase.url, listener, log });
    await use(engine.boss);
    await engine.stop();
  },
  db: async ({ pool }, use) => {
    const db = createWorkerDb(pool);
    await use(db);
    await db.$disconnect();
  },
  deps: async ({ pool, db, boss, clock }, use) => {
    await use({ agents: [datesAgent], recallBoard: createBoardMemories(pool), pool, db, boss, log, now: clock.now });
  },
});
