import { setTimeout as delay } from "node:timers/promises";
import { eventLog, eventOutbox } from "@kanban/messaging/outbox-table";
import { startWire, type Wire } from "@kanban/testing/wire";
import { boardsAreWhole } from "../oracles/boards-are-whole.ts";
import { judge } from "../oracles/judge.ts";
import { projectionIsEqual } from "../oracles/projection-is-equal.ts";
import { openPlainRig, type Rig } from "../rig/open-rig.ts";
import { must, signUp } from "../rig/person.ts";
import { copyDatabase, type SecondDatabase, urlsOfSecond } from "../rig/copy-database.ts";
import { readUnrest, untilQuiet } from "../rig/until-quiet.ts";
import { waitFor } from "@kanban/testing/wait-for";
import type { Scenario, ScenarioContext } from "../scenario.ts";
import { furnishAskingTwice } from "./disorder/ask-twice.ts";
import { deliverBroken } from "./disorder/deliver-broken.ts";
import { replayOutboxes } from "./disorder/replay-outboxes.ts";
import { compareSettled } from "./disorder/settled-state.ts";

/** reliability.md R5; a demo board brings several hundred events of all kinds with one request. */
const sizes = {
  quick: { demoBoards: 1, times: 3, commands: 60, delayMs: 1_500, cuts: 8 },
  full: { demoBoards: 20, times: 5, commands: 1_500, delayMs: 60_000, cuts: 60 },
};
const window = 50;
/** Long enough for the largest size on a busy machine. */
const patienceMs = 240_000;

/**
 * The same log goes through two pairs of databases: once over the relays; once delivered by broken ones, to a worker
 * whose connections are cut meanwhile. Both must come to the same, and telling all of it again must change nothing.
 */
export const duplicatesAndDisorder: Scenario = {
  id: "R5",
  promise: "events doubled, shuffled, delayed and replayed have the effect of events that came once and in order",
  run: async (context) => {
    const rig = await openPlainRig({ name: "r5", nodeArgs: context.nodeArgs });
    const toSecondApi = await startWire(urlsOfSecond(rig, "api").publisherUrl);
    const pools: SecondDatabase["pool"][] = [];
    try {
      // The worker's answers wait until the log is copied.
      rig.wires.workerToApi.cut();
      toSecondApi.cut();
      return await compare(rig, toSecondApi, pools, context);
    } finally {
      await rig.api.kill();
      await Promise.all(pools.map((pool) => pool.end()));
      await rig.stop();
      await toSecondApi.stop();
    }
  },
};

async function compare(rig: Rig, toSecondApi: Wire, pools: SecondDatabase["pool"][], context: ScenarioContext) {
  const { random, say } = context;
  const size = sizes[context.size];
  const begin = performance.now();
  const tell = (what: string) => say(`${((performance.now() - begin) / 1_000).toFixed(1)} s: ${what}`);

  // Copies, so that each pair of databases takes the other one's history for its own.
  await rig.worker.kill();
  const workerDatabase = await copyDatabase(rig, "worker");
  pools.push(workerDatabase.pool);
  const secondWorker = await rig.addWorker("worker-2", {
    env: { WORKER_DATABASE_URL: workerDatabase.url, WORKER_TO_API_URL: toSecondApi.url },
  });
  const [wrong] = await Promise.all([makeLog(rig, context), rig.worker.start(), secondWorker.start()]);
  tell("the log is written");

  let cuts = 0;
  const delivered = await deliverBroken(rig.databases.api, eventLog, workerDatabase.publisherUrl, {
    random,
    times: size.times,
    window,
    delayMs: size.delayMs,
    meanwhile: async () => {
      if (cuts >= size.cuts || random.next() < 0.5) return;
      cuts += 1;
      // At whatever it is just doing about the latest deliveries.
      await delay(random.between(0, 40));
      await rig.clusters.worker.terminate("kanban-worker");
    },
  });
  tell(`${delivered} deliveries to the worker`);
  await untilWorkerQuiet({ api: rig.databases.api, worker: workerDatabase.pool });
  tell("the second worker is done");
  await untilWorkerQuiet(rig.databases);
  tell("both workers are done");
  wrong.push(...(await compareSettled("worker", rig.databases.worker, workerDatabase.pool)));
  // Whose projections differ has nothing to answer and to replay.
  if (wrong.length > 0) return { wrong: [...wrong, ...rig.surprises()], figures: { deliveries: delivered, cuts } };

  await rig.api.kill();
  const apiDatabase = await copyDatabase(rig, "api");
  pools.push(apiDatabase.pool);
  const second = { api: apiDatabase.pool, worker: workerDatabase.pool };
  const secondApi = await rig.addApi("api-2", {
    env: { API_DATABASE_URL: apiDatabase.url, API_TO_WORKER_URL: workerDatabase.publisherUrl },
  });
  await Promise.all([rig.api.start(), secondApi.start()]);
  rig.wires.workerToApi.heal();
  const answered = await deliverBroken(second.worker, eventOutbox, apiDatabase.publisherUrl, {
    random,
    times: size.times,
    window,
    delayMs: size.delayMs / 5,
  });
  toSecondApi.heal();
  tell(`${answered} deliveries to the api`);
  await Promise.all([untilQuiet(rig, patienceMs), untilQuiet({ databases: second }, patienceMs)]);
  tell("all is quiet");

  for (const side of ["api", "worker"] as const)
    wrong.push(...(await compareSettled(side, rig.databases[side], second[side])));
  wrong.push(...(await judge(rig)));
  for (const oracle of [boardsAreWhole, projectionIsEqual])
    wrong.push(...(await oracle({ databases: second, ledger: rig.ledger })).map((line) => `after disorder: ${line}`));
  // What came to something else already is not replayed.
  if (wrong.length === 0) {
    const replayed = context.size === "full" ? [rig.databases, second] : [second];
    const changed = await Promise.all(replayed.map((databases) => replayOutboxes(databases, patienceMs)));
    wrong.push(...changed.flat().map((line) => `replay: ${line}`));
    tell("everything was told and handled twice more");
  }
  wrong.push(...rig.surprises());
  const { rows } = await rig.databases.api.query<{ events: number; reports: number }>(
    `SELECT (SELECT count(*)::int FROM event_log) AS events, (SELECT count(*)::int FROM event_inbox) AS reports`,
  );
  return {
    wrong,
    figures: { ...rows[0]!, deliveries: delivered + answered, cuts, replays: context.size === "full" ? 8 : 4 },
  };
}

/** Boards with a history, and boards made with every command sent twice. Answers what was wrong with the answers. */
async function makeLog(rig: Rig, context: ScenarioContext): Promise<string[]> {
  const { demoBoards, commands } = sizes[context.size];
  const [owner, ...others] = await Promise.all(Array.from({ length: demoBoards }, () => signUp(rig.api.url)));
  const [wrong] = await Promise.all([
    furnishAskingTwice(owner!, { commands, random: context.random }),
    ...[owner!, ...others].map((person) => must(person, "demo.load", {})),
  ]);
  await must(owner!, "board.create", { name: "Empty" });
  return wrong;
}

/** Everything the worker was told is done, its jobs too; what it has to say may still wait. */
async function untilWorkerQuiet(databases: Rig["databases"]): Promise<void> {
  await waitFor(
    async () => {
      const { unpublished, unhandledThere, jobs } = (await readUnrest({ databases })).unrest;
      return unpublished + unhandledThere + jobs === 0;
    },
    { timeoutMs: patienceMs, what: "a worker to be done" },
  );
}
