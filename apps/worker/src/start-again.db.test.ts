import { startListener } from "@kanban/messaging/listen";
import { bothDbTest } from "@kanban/testing/database-tests";
import { waitFor } from "@kanban/testing/wait-for";
import { pino } from "pino";
import { expect } from "vitest";
import { startJobEngine } from "./jobs/start-job-engine.ts";
import { startWorker } from "./start-worker.ts";

bothDbTest(
  "a worker that could not start at once has one job engine in the end, and none once it has stopped",
  async ({ apiDatabase, workerDatabase }) => {
    const { pool, url } = workerDatabase;
    const silent = pino({ level: "silent" });
    const listener = startListener({ url, name: "test", onError: () => {} });
    await (await startJobEngine({ url, listener, log: silent })).stop();
    await listener.stop();
    // After the engine has started, jobs are taken back, through the worker's own pool: that fails.
    await pool.query(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE 'not yet'; END $$;
      CREATE TRIGGER refuse BEFORE UPDATE ON pgboss.job FOR EACH STATEMENT
        WHEN (current_setting('application_name') = 'kanban-worker') EXECUTE FUNCTION refuse()`);
    let refused = 0;
    const write = (line: string) => (line.includes("the job engine could not start yet") ? refused++ : 0);
    const worker = await startWorker(
      {
        ...{ WORKER_DATABASE_URL: url, WORKER_TO_API_URL: apiDatabase.publisherUrl },
        ...{ PORT: 0, HOST: "127.0.0.1", LOG_LEVEL: "silent" },
      },
      pino({ level: "warn" }, { write }),
    );
    await waitFor(() => refused >= 2);
    await pool.query("DROP TRIGGER refuse ON pgboss.job");
    expect(await worker.ready).toBe(true);
    await worker.stop();
    const engines = `SELECT count(*)::int AS n FROM pg_stat_activity
                     WHERE datname = current_database() AND application_name = 'kanban-worker-jobs'`;
    await waitFor(async () => (await pool.query<{ n: number }>(engines)).rows[0]?.n === 0, {
      what: "the engines' connections to end",
    });
  },
);
