import { z } from "zod";

/** A job that failed for good. */
export const deadLetterSchema = z.object({
  jobId: z.string(),
  /** The queue it failed in. */
  queue: z.string(),
  error: z.string(),
  /** What it was to do, in a few words. */
  about: z.string(),
  failedAt: z.iso.datetime(),
});
export type DeadLetter = z.infer<typeof deadLetterSchema>;

/** How the worker's jobs are. */
export const jobStatusSchema = z.object({
  queues: z.array(
    z.object({
      name: z.string(),
      waiting: z.int(),
      /** Waiting for another try. */
      retrying: z.int(),
      active: z.int(),
      /** Of the oldest job that could run and does not, in seconds. */
      oldestSeconds: z.number(),
    }),
  ),
  /** How many there are, and the latest 50 of them. */
  deadLetterCount: z.int(),
  deadLetters: z.array(deadLetterSchema),
});
export type JobStatus = z.infer<typeof jobStatusSchema>;
