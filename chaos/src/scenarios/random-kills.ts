import { breakThings } from "../rig/break-things.ts";
import { changeBoards } from "../rig/change-boards.ts";
import { countOutcomes } from "../rig/count-outcomes.ts";
import { openPlainRig } from "../rig/open-rig.ts";
import { settleAndJudge } from "../rig/settle-and-judge.ts";
import type { Scenario } from "../scenario.ts";

/** reliability.md R1; `seconds` follows from fifty changes a second. */
const sizes = {
  quick: {
    boards: 4,
    lanesPerBoard: 2,
    commands: 500,
    kills: 10,
    crashes: 2,
    bursts: 2,
    lostAnswers: 4,
    seconds: 10,
  },
  full: {
    boards: 4,
    lanesPerBoard: 2,
    commands: 20_000,
    kills: 200,
    crashes: 20,
    bursts: 20,
    lostAnswers: 40,
    seconds: 400,
  },
};

/**
 * For planted bugs: R1's rate would meet some of them only now and then. Positions of the log are handed out under a
 * board's lock, so only many boards make two transactions overtake each other; and only many requests under way put one
 * between its commit and its answer when a process dies.
 */
const mutantSize = {
  boards: 12,
  lanesPerBoard: 2,
  commands: 900,
  kills: 6,
  crashes: 2,
  bursts: 2,
  lostAnswers: 16,
  seconds: 10,
};

/** Processes and databases die at random under fifty changes a second; nothing acknowledged is lost, nothing doubled. */
export const randomKills: Scenario = {
  id: "R1",
  promise: "under random kills nothing acknowledged is lost, doubled or disordered",
  run: async (context) => {
    const size = context.hasPlantedBug ? mutantSize : sizes[context.size];
    const rig = await openPlainRig({ name: "r1", nodeArgs: context.nodeArgs });
    const done = new AbortController();
    try {
      const begin = performance.now();
      const clients = changeBoards(rig, [rig.apiUrl], size, context, done.signal);
      // Awaited below, when the faults are over.
      clients.catch(() => {});
      const programs = { apis: [rig.api], workers: [rig.worker] };
      const progress = () => rig.ledger.entries().length / size.commands;
      const faults = await breakThings(rig, programs, size, progress, context);
      await clients;
      const seconds = Math.round((performance.now() - begin) / 1_000);
      const { wrong, drainedMs } = await settleAndJudge(rig, context);
      return { wrong, figures: { ...(await countOutcomes(rig)), ...faults, seconds, drainedMs } };
    } finally {
      done.abort();
      await rig.stop();
    }
  },
};
