import { waitFor } from "@kanban/testing/wait-for";
import type { Fault } from "./fault.ts";
import { measureRecovery } from "./measure-recovery.ts";

/** A process frozen inside a transaction holds an election until PostgreSQL ends that transaction, after ten seconds. */
const takenOverWithinMs = 15_000;

export const workerOff: Fault = {
  name: "the worker off",
  holdMs: 6_000,
  noticed: "nothing",
  strike: async ({ rig }) => {
    await rig.worker.kill();
    return rig.worker.start;
  },
};

export const bothFrozen: Fault = {
  name: "api and worker frozen, their replicas at work",
  holdMs: 15_000,
  noticed: "busy",
  strike: async ({ rig, watch, askAt }) => {
    const [api, worker] = await Promise.all([rig.addApi("api-2"), rig.addWorker("worker-2")]);
    await Promise.all([api.start(), worker.start()]);
    await Promise.all([api.untilReady(), worker.untilReady()]);
    askAt(api.url);
    // Nobody can answer for a frozen process: what it was asked is answered before.
    await waitFor(() => watch.underWay() === 0, { what: "a moment in which nobody asks" });
    for (const program of [rig.api, rig.worker]) program.signal("SIGSTOP");
    return async () => {
      for (const program of [rig.api, rig.worker]) program.signal("SIGCONT");
      askAt(rig.apiUrl);
      await Promise.all([rig.api.untilReady(), rig.worker.untilReady()]);
      await waitFor(() => watch.underWay() === 0, { what: "a moment in which nobody asks" });
      await Promise.all([api.terminate(), worker.terminate()]);
    };
  },
  during: async (scene) => {
    const { backMs } = await measureRecovery(scene);
    return backMs > takenOverWithinMs ? [`the replicas took over only after ${backMs} ms`] : [];
  },
};
