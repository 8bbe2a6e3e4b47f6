import { waitFor } from "@kanban/testing/wait-for";
import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { expect } from "vitest";
import { engineTest as test } from "../testing/engine-test.ts";
import { agentJobs } from "./queues.ts";
import { runAgentJobId } from "./run-agent-job.ts";
import { workAgents } from "./work-agents.ts";

/** Tasks with a job each, ready to be taken in one batch. */
async function orders(pool: Pool, count: number) {
  const made = Array.from({ length: count }, () => {
    const data = { agent: "dates", taskId: randomUUID(), textEventId: randomUUID() };
    return { id: runAgentJobId(data), data };
  });
  await pool.query(
    `INSERT INTO task_projection (task_id, board_id, board_seq, version, kind, title, notes, text_version, text_author,
       text_written_at, text_event_id, text_correlation_id, text_depth)
     SELECT t."taskId", gen_random_uuid(), 1, 1, 'inbox', 'nothing to find', '', 1, '{}', now(), t."textEventId",
       gen_random_uuid(), 0
     FROM jsonb_to_recordset($1) AS t ("taskId" uuid, "textEventId" uuid)`,
    [JSON.stringify(made.map(({ data }) => data))],
  );
  return made;
}

type Row = { id: string; state: string; tries: number };

async function jobsIn(pool: Pool): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    "SELECT id, state::text, retry_count AS tries FROM pgboss.job WHERE name = $1 ORDER BY id",
    [agentJobs.name],
  );
  return rows;
}

test("a poisoned job is a dead letter after its tries, and costs the others of its batch nothing", async ({
  pool,
  boss,
  deps,
}) => {
  const jobs = await orders(pool, 20);
  const poisoned = jobs[7]!;
  await pool.query(`
    CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'poisoned'; END $$;
    CREATE TRIGGER poison BEFORE INSERT ON agent_run FOR EACH ROW
      WHEN (NEW.task_id = '${poisoned.data.taskId}') EXECUTE FUNCTION poison()`);
  await boss.insert(
    agentJobs.name,
    // Four tries are enough to see it.
    jobs.map((job) => ({ ...job, retryLimit: 3 })),
  );
  await workAgents(boss, deps);
  await waitFor(async () => (await jobsIn(pool)).filter(({ state }) => state === "completed").length === 19);
  expect((await jobsIn(pool)).filter(({ state, tries }) => state === "completed" && tries > 0)).toEqual([]);
  await waitFor(
    async () => {
      // The pauses between its tries are over.
      await pool.query("UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'");
      return (await jobsIn(pool)).some(({ state }) => state === "failed");
    },
    { timeoutMs: 30_000, what: "the last try" },
  );
  const last = (await jobsIn(pool)).find(({ id }) => id === poisoned.id);
  expect(last).toEqual({ id: poisoned.id, state: "failed", tries: 3 });
  const letters = await boss.findJobs("dead-letters");
  expect(letters).toHaveLength(1);
  // All that it takes to try it again, or to say why not.
  expect(letters[0]).toMatchObject({
    data: poisoned.data,
    sourceName: agentJobs.name,
    sourceId: poisoned.id,
    sourceRootId: poisoned.id,
    sourceRetryCount: 3,
    sourceOutput: { error: expect.stringContaining("poisoned") },
  });

  // Mended and put back, it runs like any other.
  await pool.query("DROP TRIGGER poison ON agent_run");
  expect(await boss.redrive("dead-letters")).toBe(1);
  await waitFor(async () => (await jobsIn(pool)).filter(({ state }) => state === "completed").length === 20);
  expect(await boss.findJobs("dead-letters")).toEqual([]);
}, 60_000);

test("a job no retry can help is a dead letter at once, and the others of its batch are done", async ({
  pool,
  boss,
  deps,
}) => {
  const jobs = await orders(pool, 5);
  const hopeless = { id: randomUUID(), data: { agent: "nobody", taskId: randomUUID(), textEventId: randomUUID() } };
  await boss.insert(agentJobs.name, [...jobs.slice(0, 2), hopeless, ...jobs.slice(2)]);
  await workAgents(boss, deps);
  await waitFor(async () => (await jobsIn(pool)).every(({ state }) => state === "completed" || state === "failed"));
  expect((await jobsIn(pool)).filter(({ tries }) => tries > 0)).toEqual([]);
  const letters = await boss.findJobs("dead-letters");
  expect(letters).toMatchObject([
    {
      data: hopeless.data,
      sourceId: hopeless.id,
      sourceOutput: { error: 'PermanentError: There is no agent "nobody"' },
    },
  ]);
});

test("a poisoned job in every batch holds nobody up: the rest of a backlog is done", async ({ pool, boss, deps }) => {
  const jobs = await orders(pool, 100);
  const poisoned = Array.from({ length: 10 }, () => ({ id: randomUUID(), data: { agent: 7 } }));
  await boss.insert(
    agentJobs.name,
    jobs.flatMap((job, n) => (n % 10 === 0 ? [poisoned[n / 10]!, job] : [job])),
  );
  await workAgents(boss, deps);
  await waitFor(async () => (await jobsIn(pool)).filter(({ state }) => state === "completed").length === 100);
  expect(await boss.findJobs("dead-letters")).toHaveLength(10);
});
