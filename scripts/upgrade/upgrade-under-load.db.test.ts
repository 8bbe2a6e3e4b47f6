// A newer version's migrations are deployed while this version serves.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { TestDatabase } from "@kanban/testing/clone-database";
import { bothDbTest } from "@kanban/testing/database-tests";
import { withClient } from "@kanban/testing/open-client";
import { waitFor } from "@kanban/testing/wait-for";
import { expect } from "vitest";
import { judgeMigrations } from "../migrations/judge-migrations.ts";
import { DATABASE_SIDES, PROJECT_ROOT, SIDE_FILES, type DatabaseSide } from "../prisma/database-side.ts";
import { captureTask, hintAbout } from "../testing/capture-task.ts";
import { APP_URL, type Member, signUp } from "../testing/sign-up.ts";
import { type Program, startProgram } from "../testing/start-program.ts";
import { keepUsing, type Use } from "./keep-using.ts";
import { type NewerVersion, plantNewerVersion } from "./newer-version.ts";

type Running = {
  databases: Record<DatabaseSide, TestDatabase>;
  programs: Record<DatabaseSide, Program>;
  member: Member;
};

const test = bothDbTest.extend<{ running: Running; use: Use; plant: typeof plantNewerVersion }>({
  running: async ({ apiDatabase, workerDatabase }, provide) => {
    const [api, worker] = await Promise.all([
      startProgram("api", {
        ...{ API_DATABASE_URL: apiDatabase.url, API_TO_WORKER_URL: workerDatabase.publisherUrl, APP_URL },
        AUTH_SECRET: "a secret of the upgrade, long enough",
      }),
      startProgram("worker", { WORKER_DATABASE_URL: workerDatabase.url, WORKER_TO_API_URL: apiDatabase.publisherUrl }),
    ]);
    const databases = { api: apiDatabase, worker: workerDatabase };
    await provide({ databases, programs: { api, worker }, member: await signUp(api.url) });
    await Promise.all([api.stop(), worker.stop()]);
  },
  use: async ({ running: { programs, member } }, provide) => {
    const use = keepUsing(programs.api, member);
    await provide(use);
    await use.end();
  },
  plant: async ({}, provide) => {
    const planted: NewerVersion[] = [];
    await provide((migrations) => {
      const newer = plantNewerVersion(migrations);
      planted.push(newer);
      return newer;
    });
    for (const newer of planted) newer.remove();
  },
});

/** What every kind of addition looks like, in the tables that are written and read most. */
const additions = {
  api: `
    CREATE TABLE "sticker" ("id" UUID NOT NULL, "task_id" UUID NOT NULL, CONSTRAINT "sticker_pkey" PRIMARY KEY ("id"));
    ALTER TABLE "sticker" ADD CONSTRAINT "sticker_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE;
    ALTER TABLE "task" ADD COLUMN "color" TEXT, ADD COLUMN "weight" INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE "board" ADD COLUMN "motto" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "event_log" ADD COLUMN "trace_id" UUID;
    ALTER TABLE "event_inbox" ADD COLUMN "trace_id" UUID;
    ALTER TABLE "hint" ADD COLUMN "rating" INTEGER;
    ALTER TYPE "column_kind" ADD VALUE 'frozen';
    CREATE INDEX "task_color_idx" ON "task"("color");
    UPDATE "task" SET "color" = 'red';`,
  worker: `
    CREATE TABLE "remark" ("id" UUID NOT NULL, CONSTRAINT "remark_pkey" PRIMARY KEY ("id"));
    ALTER TABLE "task_projection" ADD COLUMN "color" TEXT;
    ALTER TABLE "agent_run" ADD COLUMN "cost" INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE "event_inbox" ADD COLUMN "trace_id" UUID;
    ALTER TABLE "event_outbox" ADD COLUMN "trace_id" UUID;
    CREATE INDEX "agent_run_cost_idx" ON "agent_run"("cost");`,
};

/** What `pnpm check` would say of a migration that came after today's. */
function complaintsAbout(side: DatabaseSide, script: string): string[] {
  const folder = path.join(PROJECT_ROOT, SIDE_FILES[side].migrations);
  const today = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, script: readFileSync(path.join(folder, name, "migration.sql"), "utf8") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const name = "20990101000000_of_tomorrow";
  return judgeMigrations([...today, { name, script }]).filter((complaint) => complaint.startsWith(name));
}

const urlsOf = ({ api, worker }: Running["databases"]) => ({
  API_DATABASE_URL: api.url,
  WORKER_DATABASE_URL: worker.url,
});

test("while additions are deployed every answer is good, and nothing is set aside", async ({ running, use, plant }) => {
  const { databases, programs, member } = running;
  for (const side of DATABASE_SIDES) expect(complaintsAbout(side, additions[side])).toEqual([]);
  const newer = plant(additions);
  await use.more(10);
  const { code, text } = await newer.deploy(urlsOf(databases));
  expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining("worker: applied 20990101000000") });
  await use.more(10);
  await use.end();
  expect(use.faults()).toEqual([]);

  await hintAbout(member, await captureTask(member));
  for (const side of DATABASE_SIDES) {
    const open = () => databases[side].pool.query("SELECT FROM event_inbox WHERE handled_at IS NULL");
    await waitFor(async () => (await open()).rowCount === 0, { what: `the ${side} to be done`, timeoutMs: 30_000 });
    const setAside = await databases[side].pool.query("SELECT FROM event_inbox WHERE parked_at IS NOT NULL");
    expect(setAside.rowCount).toBe(0);
    expect(await programs[side].readiness()).toBe(200);
    expect(programs[side].log()).not.toMatch(/"level":(50|60)/);
  }
}, 120_000);

for (const [what, script] of [
  ["a renamed column", `ALTER TABLE "task" RENAME COLUMN "title" TO "name";`],
  ["a wider type", `ALTER TABLE "session" ALTER COLUMN "expires_at" TYPE TIMESTAMPTZ(6);`],
] as const)
  test(`${what} makes requests fail, and the check had said so`, async ({ running, use, plant }) => {
    expect(complaintsAbout("api", script)).not.toEqual([]);
    await use.more(3);
    expect(use.faults()).toEqual([]);
    expect(await plant({ api: script }).deploy(urlsOf(running.databases))).toMatchObject({ code: 0 });
    await use.more(3);
    expect(use.faults()).not.toEqual([]);
  }, 120_000);

test("a migration that has to wait for a lock steps aside for everybody who comes after it", async ({
  apiDatabase,
  workerDatabase,
  plant,
}) => {
  const newer = plant({
    api: `ALTER TABLE "board" ADD COLUMN "motto" TEXT; ALTER TABLE "task" ADD COLUMN "color" TEXT;`,
  });
  const tries = new Set<string>();
  const sessions = new Set<number>();
  let longestMs = 0;
  const deployed = await withClient(apiDatabase.url, async (reader) => {
    await reader.query("BEGIN");
    await reader.query("SELECT FROM task");
    const deploying = newer.deploy(urlsOf({ api: apiDatabase, worker: workerDatabase }));
    await waitFor(
      async () => {
        const begin = performance.now();
        // Not awaited yet: it waits for as long as the migration does.
        const looked = apiDatabase.pool.query("SELECT FROM board, task");
        const { rows } = await apiDatabase.pool.query<{ pid: number; since: string }>(
          `SELECT pid, query_start::text AS since FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'ALTER TABLE "board"%'`,
        );
        for (const { pid, since } of rows) {
          tries.add(since);
          sessions.add(pid);
        }
        await looked;
        longestMs = Math.max(longestMs, performance.now() - begin);
        return tries.size >= 5;
      },
      { what: "the migration to try again and again", timeoutMs: 30_000 },
    );
    await reader.query("COMMIT");
    return deploying;
  });
  expect(deployed).toMatchObject({ code: 0 });
  // As long as a request waits for a lock.
  expect(longestMs).toBeLessThan(2_000);
  // The engine's own lock, which keeps a second deploy out, belongs to its session.
  expect(sessions.size).toBe(1);
}, 60_000);
