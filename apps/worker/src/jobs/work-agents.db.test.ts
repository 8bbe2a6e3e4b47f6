import { inTransaction } from "@kanban/messaging/in-transaction";
import { waitFor } from "@kanban/testing/wait-for";
import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { expect } from "vitest";
import type { Agent, AgentCost, Finding } from "../agents/agent.ts";
import { engineTest as test } from "../testing/engine-test.ts";
import { type AgentOrder, placeOrdersThrough } from "./agent-orders.ts";
import { agentJobs, fetchJobs } from "./queues.ts";
import { runAgentJobId } from "./run-agent-job.ts";
import { sendThrough } from "./send-job.ts";
import { workAgents } from "./work-agents.ts";

const agentOf = (name: string, cost: AgentCost, findHints: Agent["findHints"] = () => []): Agent => ({
  ...{ name, cost, findHints },
  kinds: ["title"],
  looksAgainOn: [],
});

/** Tasks of somebody that are on the board, and an order for each. */
async function ordersOf(pool: Pool, count: number, agents: readonly Agent[]): Promise<AgentOrder[]> {
  const userId = randomUUID();
  const texts = Array.from({ length: count }, () => ({ taskId: randomUUID(), textEventId: randomUUID() }));
  await pool.query(
    `INSERT INTO task_projection (task_id, board_id, board_seq, version, kind, title, notes, text_version, text_author,
       text_written_at, text_event_id, text_correlation_id, text_depth)
     SELECT t."taskId", gen_random_uuid(), 1, 1, 'inbox', 'nothing to find', '', 1,
       jsonb_build_object('userId', $2::text, 'means', 'hand', 'timeZone', 'UTC'), now(), t."textEventId",
       gen_random_uuid(), 0
     FROM jsonb_to_recordset($1) AS t ("taskId" uuid, "textEventId" uuid)`,
    [JSON.stringify(texts), userId],
  );
  return texts.flatMap((text) =>
    agents.map(({ name: agent }) => {
      const data = { agent, ...text } as AgentOrder["data"];
      return { id: runAgentJobId(data), data, userId };
    }),
  );
}

const statesOf = async (pool: Pool, queue: string) =>
  Object.fromEntries(
    (
      await pool.query<{ state: string; n: number }>(
        "SELECT state::text, count(*)::int AS n FROM pgboss.job WHERE name = $1 GROUP BY 1",
        [queue],
      )
    ).rows.map(({ state, n }) => [state, n]),
  );

test("5,000 imported tasks of one person do not delay the next task of another", async ({ pool, boss, deps }) => {
  const agents = [agentOf("quick", "cheap")];
  const orders = placeOrdersThrough(sendThrough(boss), { agents });
  const imported = await ordersOf(pool, 5_000, agents);
  const [captured] = await ordersOf(pool, 1, agents);
  await inTransaction(pool, (tx) => orders.place(tx, imported));
  await inTransaction(pool, (tx) => orders.place(tx, [captured!]));
  const work = await workAgents(boss, { ...deps, agents });
  const doneOf = (id: string) => pool.query("SELECT FROM pgboss.job WHERE id = $1 AND state = 'completed'", [id]);
  await waitFor(async () => (await doneOf(captured!.id)).rowCount === 1);
  const { rows } = await pool.query<{ before: number }>(
    `SELECT count(*)::int AS before FROM agent_run WHERE finished_at < (SELECT finished_at FROM agent_run WHERE id = $1)`,
    [captured!.id],
  );
  // The first few of the import were due in the same second.
  expect(rows[0]!.before).toBeLessThanOrEqual(40);
  await work.stop();
});

test("an agent that always fails takes nothing from the others, in the same batch or ever", async ({
  pool,
  boss,
  deps,
}) => {
  const broken = agentOf("broken", "cheap", () => {
    throw new Error("always");
  });
  const agents = [agentOf("first", "cheap"), broken, agentOf("last", "cheap")];
  const orders = await ordersOf(pool, 12, agents);
  await inTransaction(pool, (tx) => placeOrdersThrough(sendThrough(boss), { agents }).place(tx, orders));
  const runs: string[] = [];
  const work = await workAgents(boss, {
    ...{ ...deps, agents },
    onJobs: ({ outcome, jobs }) => runs.push(`${outcome} ${jobs}`),
  });
  await waitFor(async () => (await statesOf(pool, agentJobs.name))["completed"] === 24);
  // The others wait for their next try, or are at it already.
  const { completed, retry = 0, active = 0, ...rest } = await statesOf(pool, agentJobs.name);
  expect({ completed, broken: retry + active, rest }).toEqual({ completed: 24, broken: 12, rest: {} });
  const tried = await pool.query("SELECT DISTINCT agent, status FROM agent_run ORDER BY agent");
  expect(tried.rows).toEqual([
    { agent: "broken", status: "failing" },
    { agent: "first", status: "succeeded" },
    { agent: "last", status: "succeeded" },
  ]);
  // In two batches, not one by one.
  expect(runs.filter((run) => run.startsWith("completed"))).toHaveLength(2);
  await work.stop();
});

test("what costs others something waits for a backlog to end, and then goes on", async ({ pool, boss, deps }) => {
  const gate = Promise.withResolvers<Finding[]>();
  const agents = [agentOf("stuck", "cheap", () => gate.promise), agentOf("slow", "fetch")];
  const orders = placeOrdersThrough(sendThrough(boss), { agents });
  // More than one batch takes: the rest waits.
  const backlog = await ordersOf(pool, agentJobs.work.batchSize + 5, agents.slice(0, 1));
  await inTransaction(pool, (tx) => orders.place(tx, backlog));
  await pool.query("UPDATE pgboss.job SET start_after = now() - interval '1 minute'");
  const costly = await ordersOf(pool, 3, agents.slice(1));
  await inTransaction(pool, (tx) => orders.place(tx, costly));
  let looks = 0;
  pool.on("acquire", () => (looks += 1));
  const work = await workAgents(boss, { ...deps, agents, everyMs: 20 });
  await waitFor(() => looks > 20);
  expect(await statesOf(pool, fetchJobs.name)).toEqual({ created: 3 });
  gate.resolve([]);
  await waitFor(async () => (await statesOf(pool, fetchJobs.name))["completed"] === 3);
  expect(await statesOf(pool, agentJobs.name)).toEqual({ completed: backlog.length });
  await work.stop();
});
