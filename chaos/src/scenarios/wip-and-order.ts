import { waitFor } from "@kanban/testing/wait-for";
import { boardsAreWhole } from "../oracles/boards-are-whole.ts";
import { openPlainRig, type Rig } from "../rig/open-rig.ts";
import { type Person, reach, signUp } from "../rig/person.ts";
import type { Program } from "../rig/program.ts";
import type { Scenario, ScenarioContext, ScenarioResult } from "../scenario.ts";
import { crowdColumns } from "./order/crowd-columns.ts";
import { shuffleCards } from "./order/shuffle-cards.ts";
import { squeezeBetween } from "./order/squeeze-between.ts";

/** reliability.md R3; `apis` share the requests, so that more transactions meet than one process has connections. */
const sizes = {
  quick: { apis: 1, movesEach: 15, reordersEach: 25, cards: 150, tasks: 50, insertions: 300 },
  full: { apis: 2, movesEach: 2_000, reordersEach: 1_000, cards: 500, tasks: 400, insertions: 100_000 },
};
const movers = 32;
const hands = 16;
const lanes = 6;

/** Crowds move, reorder and insert at once; limits hold at every moment, no card is lost, order is one. */
export const wipAndOrder: Scenario = {
  id: "R3",
  promise: "no crowd gets past a WIP limit, loses a card or finds two orders",
  run: (context) =>
    withApis(context, async (rig, persons) => {
      const { random } = context;
      const { movesEach, reordersEach, cards, tasks, insertions } = sizes[context.size];
      const db = rig.databases.api;
      // Over HTTP a hundred thousand would take most of the time all scenarios have.
      const operationsUrl = context.size === "full" ? rig.clusters.api.urls.apiDatabaseUrl : null;
      const timed = timing(context);
      const [wip, shuffled, squeezed] = await Promise.all([
        timed("crowd columns", crowdColumns(persons, { movers, movesEach, random })),
        timed("shuffle cards", shuffleCards(persons, db, { hands, movesEach: reordersEach, cards, random })),
        timed("squeeze between", squeezeBetween(persons, db, { lanes, tasks, insertions, operationsUrl })),
      ]);
      return {
        wrong: [...wip.wrong, ...shuffled.wrong, ...squeezed.wrong],
        figures: {
          commands: wip.done + wip.refused + shuffled.done + shuffled.retried + squeezed.done,
          "moves into columns with a limit": wip.done,
          "refused by the limit": wip.refused,
          reorders: shuffled.done,
          "taken up again": shuffled.retried,
          "answered busy first": wip.busy + shuffled.busy + squeezed.busy,
          insertions,
          "insertions a second": squeezed.perSecond,
          "longest rank": squeezed.longest,
          "ranked anew": squeezed.reranks,
        },
      };
    }),
};

/** The movers of R3 alone: enough to see a guard that does not hold. */
export const crowdedColumns: Scenario = {
  id: "R3-wip",
  promise: "no crowd gets past a WIP limit",
  run: (context) =>
    withApis(context, async (_rig, persons) => {
      const { movesEach } = sizes[context.size];
      const { wrong, done, refused } = await crowdColumns(persons, { movers, movesEach, random: context.random });
      return { wrong, figures: { done, refused } };
    }),
};

/** Runs crowds against the apis of a rig, then replays its boards and asks PostgreSQL about deadlocks. */
async function withApis(
  context: ScenarioContext,
  crowd: (rig: Rig, persons: readonly Person[]) => Promise<ScenarioResult>,
): Promise<ScenarioResult> {
  const rig = await openPlainRig({ name: "r3", nodeArgs: context.nodeArgs, env: { api: { LOG_LEVEL: "warn" } } });
  try {
    // What the bridge and the worker would do meanwhile costs the crowds their speed.
    await rig.worker.kill();
    rig.wires.apiToWorker.cut();
    const apis = [rig.api, ...(await moreApis(rig, sizes[context.size].apis - 1))];
    const owner = await signUp(rig.api.url);
    const seen = await crowd(
      rig,
      apis.map(({ url }) => reach(url, owner.cookie)),
    );
    const deadlocks = await countDeadlocks(rig, apis);
    const wrong = [...seen.wrong, ...(await boardsAreWhole(rig)), ...rig.surprises()];
    if (deadlocks > 0) wrong.push(`PostgreSQL had to end ${deadlocks} deadlocks`);
    return { wrong, figures: { ...seen.figures, deadlocks } };
  } finally {
    await rig.stop();
  }
}

const timing =
  ({ say }: ScenarioContext) =>
  async <Part>(name: string, running: Promise<Part>): Promise<Part> => {
    const begin = performance.now();
    const part = await running;
    say(`${name}: ${((performance.now() - begin) / 1_000).toFixed(1)} s, ${JSON.stringify(part)}`);
    return part;
  };

/** Each costs everybody in it a second, and is told to somebody as "busy" when it comes again too often. */
async function countDeadlocks(rig: Rig, apis: readonly Program[]): Promise<number> {
  // A connection tells what it has counted at its end at the latest.
  await Promise.all(apis.map((api) => api.kill()));
  await waitFor(
    async () => {
      const { rowCount } = await rig.databases.api.query(
        "SELECT FROM pg_stat_activity WHERE application_name LIKE 'kanban%'",
      );
      return rowCount === 0;
    },
    { what: "the connections of the apis to end" },
  );
  const { rows } = await rig.databases.api.query<{ deadlocks: number }>(
    "SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()",
  );
  return rows[0]!.deadlocks;
}

async function moreApis(rig: Rig, count: number): Promise<Program[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const api = await rig.addApi(`api-${index + 2}`);
      await api.start();
      return api;
    }),
  );
}
