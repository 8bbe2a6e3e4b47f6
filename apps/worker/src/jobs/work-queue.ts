import type { Job, JobResult, PgBoss } from "pg-boss";
import type { WorkSettings } from "./queues.ts";

/**
 * Lets this process take a queue's jobs until `boss.offWork(name)`; answers the ids of its lanes, for
 * `boss.notifyWorker`. After a full batch a lane looks for the next one at once: pg-boss's own burst does so for batches
 * of several jobs only, and leaves seconds between single ones that wait.
 */
export async function workQueue(
  boss: PgBoss,
  { name, work: { lanes, ...work } }: { name: string; work: WorkSettings },
  handle: (jobs: readonly Job[]) => Promise<JobResult[]>,
): Promise<string[]> {
  const options = { ...work, localConcurrency: 1, perJobResults: true } as const;
  const startLane = () => {
    const id: Promise<string> = boss.work(name, options, async (jobs: Job[]) => {
      try {
        return await handle(jobs);
      } finally {
        if (jobs.length >= work.batchSize) boss.notifyWorker(await id);
      }
    });
    return id;
  };
  return Promise.all(Array.from({ length: lanes }, startLane));
}
