import { endure } from "../faults/endure.ts";
import type { Fault } from "../faults/fault.ts";
import { keepChanging } from "../faults/keep-changing.ts";
import { bothFrozen, workerOff } from "../faults/process-faults.ts";
import { openScene } from "../faults/scene.ts";
import * as server from "../faults/server-faults.ts";
import { boardsHeld, crowdBehindLock, oldSnapshot, readers } from "../faults/transaction-faults.ts";
import { apiWiresSwallow, wiresCut, wiresSlow, workerWiresSwallow } from "../faults/wire-faults.ts";
import { countOutcomes } from "../rig/count-outcomes.ts";
import { openRig } from "../rig/open-rig.ts";
import { settleAndJudge } from "../rig/settle-and-judge.ts";
import { startSlowWire } from "../rig/slow-wire.ts";
import type { Scenario } from "../scenario.ts";

const faults: Record<"quick" | "full", readonly Fault[]> = {
  quick: [server.apiPostgresAway, server.noConnections, crowdBehindLock],
  full: [
    server.apiPostgresAway,
    server.workerPostgresAway,
    crowdBehindLock,
    server.crowdBehindSlowStatement,
    boardsHeld,
    oldSnapshot,
    readers,
    server.endlessStatements,
    server.apiDiskFull,
    server.workerDiskFull,
    server.noConnections,
    wiresCut,
    wiresSlow,
    apiWiresSwallow,
    workerOff,
    server.workerAndItsPostgresOff,
    bothFrozen,
    workerWiresSwallow,
  ],
};
/** In quick no fault lasts longer. */
const quickHoldMs = 1_500;
const boards = 4;
const crowds = { quick: 60, full: 200 };

/** One resource after the other is taken away while people work, and given back. */
export const resourceFaults: Scenario = {
  id: "R7",
  promise: "without a resource every request is answered within 5 s, and all works again 30 s after it is back",
  run: async ({ size, random, say, nodeArgs, hasPlantedBug }) => {
    const rig = await openRig({ name: "r7", openWire: startSlowWire, nodeArgs });
    const done = new AbortController();
    try {
      const scene = await openScene(rig, random, {
        boardCount: boards,
        crowdSize: crowds[size],
        over: done.signal,
      });
      const clients = keepChanging(scene);
      // Awaited below, when the faults are over.
      clients.catch(() => {});
      const wrong: string[] = [];
      const figures: Record<string, string> = {};
      for (const fault of faults[size]) {
        const holdMs = size === "quick" ? Math.min(quickHoldMs, fault.holdMs) : fault.holdMs;
        const { wrong: found, told } = await endure(scene, fault, holdMs);
        say(`${fault.name}: ${told}`);
        for (const line of found) say(`  ${line}`);
        wrong.push(...found);
        figures[fault.name] = told;
      }
      done.abort();
      await clients;
      const { wrong: judged, drainedMs } = await settleAndJudge(rig, { hasPlantedBug });
      return { wrong: [...wrong, ...judged], figures: { ...(await countOutcomes(rig)), drainedMs, ...figures } };
    } finally {
      done.abort();
      await rig.stop();
    }
  },
};
