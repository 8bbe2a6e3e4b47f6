import type { PgBoss } from "pg-boss";
import { previewJobs } from "../jobs/queues.ts";
import { settleJob } from "../jobs/settle-job.ts";
import { workQueue } from "../jobs/work-queue.ts";
import type { JobRun } from "../metrics/register-worker-metrics.ts";
import { makePreview, type PreviewDeps } from "./make-preview.ts";

type WorkDeps = Omit<PreviewDeps, "boss"> & { onJobs: (run: JobRun) => void };

/** Lets this process make previews, one after another. */
export async function workPreviews(boss: PgBoss, { onJobs, ...deps }: WorkDeps): Promise<void> {
  const previewDeps = { ...deps, boss };
  await workQueue(boss, previewJobs, (jobs) =>
    Promise.all(
      jobs.map(async (job) => {
        const startedAt = performance.now();
        const result = await settleJob(job, deps.log, () => makePreview(previewDeps, job));
        const seconds = (performance.now() - startedAt) / 1_000;
        onJobs({ queue: previewJobs.name, outcome: result.status, jobs: 1, seconds });
        return result;
      }),
    ),
  );
}
