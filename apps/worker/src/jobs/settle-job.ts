import { describeError, PermanentError } from "@kanban/messaging/permanent-error";
import type { Job, JobResult } from "pg-boss";
import type { Logger } from "pino";

type Settled<Status extends JobResult["status"]> = JobResult & { status: Status };

/** Does a job, and says what became of it. */
export async function settleJob(
  job: Pick<Job, "id" | "name">,
  log: Logger,
  work: () => Promise<void>,
): Promise<Settled<"completed" | "failed" | "deadletter">> {
  try {
    await work();
    return { id: job.id, status: "completed" };
  } catch (error) {
    return failedJob(job, log, error);
  }
}

/** Says of a job that failed whether it is to be tried again, or beyond help. */
export function failedJob(
  job: Pick<Job, "id" | "name">,
  log: Logger,
  error: unknown,
): Settled<"failed" | "deadletter"> {
  const isPermanent = error instanceof PermanentError;
  log[isPermanent ? "error" : "warn"]({ err: error, jobId: job.id, queue: job.name }, "job failed");
  return { id: job.id, status: isPermanent ? "deadletter" : "failed", output: { error: describeError(error) } };
}
