import { measureRecovery } from "../faults/measure-recovery.ts";
import { breakThings } from "../rig/break-things.ts";
import { changeBoards } from "../rig/change-boards.ts";
import { countOutcomes } from "../rig/count-outcomes.ts";
import { openPlainRig } from "../rig/open-rig.ts";
import { newBoard, reach, signUp } from "../rig/person.ts";
import { settleAndJudge } from "../rig/settle-and-judge.ts";
import type { Scenario } from "../scenario.ts";

const size = {
  boards: 4,
  lanesPerBoard: 4,
  commands: 3_000,
  kills: 40,
  crashes: 4,
  bursts: 4,
  lostAnswers: 0,
  seconds: 60,
};
const handovers = 6;
/** An election is a lock of a transaction: it is free again when its holder's connection is gone. */
const handedOverWithinMs = 5_000;

/** Two apis and two workers share the databases; each takes over at once when its twin dies, and nothing is done twice. */
export const twoReplicas: Scenario = {
  id: "R1b",
  promise: "of two replicas each one takes over within 5 s, and nothing is done twice",
  isFullOnly: true,
  run: async (context) => {
    const rig = await openPlainRig({ name: "r1b", nodeArgs: context.nodeArgs });
    const done = new AbortController();
    try {
      const apis = [rig.api, await rig.addApi("api-2")] as const;
      const workers = [rig.worker, await rig.addWorker("worker-2")] as const;
      await Promise.all([apis[1].start(), workers[1].start()]);
      await Promise.all([apis[1].untilReady(), workers[1].untilReady()]);
      const wrong: string[] = [];
      const board = await newBoard(await signUp(apis[0].url));
      let slowestMs = 0;
      for (let n = 0; n < handovers; n++) {
        const [api, worker] = [apis[n % 2]!, workers[(n >> 1) % 2]!];
        const survivor = reach(apis[(n + 1) % 2]!.url, board.person.cookie);
        await Promise.all([api.kill(), worker.kill()]);
        const { handledMs } = await measureRecovery({ rig, boards: [{ ...board, person: survivor }] });
        slowestMs = Math.max(slowestMs, handledMs);
        if (handledMs > handedOverWithinMs)
          wrong.push(`${api.name} and ${worker.name}: taken over after ${handledMs} ms`);
        await Promise.all([api.start(), worker.start()]);
        await Promise.all([api.untilReady(), worker.untilReady()]);
      }
      const before = rig.ledger.entries().length;
      const progress = () => (rig.ledger.entries().length - before) / size.commands;
      const clients = changeBoards(rig, [apis[0].url, apis[1].url], size, context, done.signal);
      // Awaited below, when the faults are over.
      clients.catch(() => {});
      const faults = await breakThings(rig, { apis, workers }, size, progress, context);
      await clients;
      const { wrong: judged, drainedMs } = await settleAndJudge(rig, context);
      const figures = { ...(await countOutcomes(rig)), handovers, slowestHandoverMs: slowestMs, ...faults, drainedMs };
      return { wrong: [...wrong, ...judged], figures };
    } finally {
      done.abort();
      await rig.stop();
    }
  },
};
