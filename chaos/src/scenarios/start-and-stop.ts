import { keepChanging } from "../faults/keep-changing.ts";
import { openScene } from "../faults/scene.ts";
import { startManyWorkers } from "../lifecycle/many-workers.ts";
import { raceMigrations } from "../lifecycle/race-migrations.ts";
import { stopApiUnderLoad, stopWorkerUnderLoad } from "../lifecycle/stop-under-load.ts";
import { countOutcomes } from "../rig/count-outcomes.ts";
import { openRig } from "../rig/open-rig.ts";
import { settleAndJudge } from "../rig/settle-and-judge.ts";
import { startSlowWire } from "../rig/slow-wire.ts";
import type { Scenario } from "../scenario.ts";

const sizes = {
  // Two deploys take Prisma's CLI four times, which is longer than all the rest.
  quick: { workers: 5, rounds: 1, racesDeploys: false },
  full: { workers: 20, rounds: 5, racesDeploys: true },
};

/** Processes are started many at once and told to end while people work; schemas are deployed twice at once. */
export const startAndStop: Scenario = {
  id: "R15",
  promise: "many workers start at once, SIGTERM loses nothing, two deploys at once end well",
  run: async ({ size, random, say, nodeArgs, hasPlantedBug }) => {
    const { workers, rounds, racesDeploys } = sizes[size];
    const rig = await openRig({ name: "r15", openWire: startSlowWire, nodeArgs });
    const done = new AbortController();
    try {
      const scene = await openScene(rig, random, { boardCount: 2, crowdSize: 0, over: done.signal });
      const many = await startManyWorkers(scene, workers);
      say(`${workers} workers were ready after ${many.readyMs} ms`);
      const race = racesDeploys ? await raceMigrations(rig.folder) : { wrong: [], deployMs: "not measured" };
      const wrong = [...many.wrong, ...race.wrong];
      const clients = keepChanging(scene);
      // Awaited below, when all has been stopped.
      clients.catch(() => {});
      let figures: Record<string, number | string> = { workersReadyMs: many.readyMs, deployMs: race.deployMs };
      for (let round = 0; round < rounds; round++) {
        const api = await stopApiUnderLoad(scene);
        const worker = await stopWorkerUnderLoad(scene);
        wrong.push(...api.wrong, ...worker.wrong);
        figures = { ...figures, ...api.figures, ...worker.figures };
        say(JSON.stringify(figures));
      }
      done.abort();
      await clients;
      const { wrong: judged, drainedMs } = await settleAndJudge(rig, { hasPlantedBug });
      return { wrong: [...wrong, ...judged], figures: { ...(await countOutcomes(rig)), ...figures, drainedMs } };
    } finally {
      done.abort();
      await rig.stop();
    }
  },
};
