import { describeError, PermanentError } from "@kanban/messaging/permanent-error";
import type { JobResult, PgBoss } from "pg-boss";
import { previewJobs } from "../jobs/queues.ts";
import { workQueue } from "../jobs/work-queue.ts";
import type { JobRun } from "../metrics/register-worker-metrics.ts";
import { makePreview, type PreviewDeps, type PreviewJob } from "./make-preview.ts";

type WorkDeps = Omit<PreviewDeps, "boss"> & { onJobs: (run: JobRun) => void };

/** Lets this process make previews, one after another. */
export async function workPreviews(boss: PgBoss, { onJobs, ...deps }: WorkDeps): Promise<void> {
  const previewDeps = { ...deps, boss };
  await workQueue(boss, previewJobs, (jobs) =>
    Promise.all(
      jobs.map(async (job) => {
        const startedAt = performance.now();
        const result = await settle(job, previewDeps);
        const seconds = (performance.now() - startedAt) / 1_000;
        onJobs({ queue: previewJobs.name, outcome: result.status, jobs: 1, seconds });
        return result;
      }),
    ),
  );
}

async function settle(job: PreviewJob, deps: PreviewDeps): Promise<JobResult & { status: JobRun["outcome"] }> {
  try {
    await makePreview(deps, job);
    return { id: job.id, status: "completed" };
  } catch (error) {
    const isPermanent = error instanceof PermanentError;
    deps.log[isPermanent ? "error" : "warn"]({ err: error, jobId: job.id, queue: job.name }, "job failed");
    return { id: job.id, status: isPermanent ? "deadletter" : "failed", output: { error: describeError(error) } };
  }
}
