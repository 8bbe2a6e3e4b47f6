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

/** What an agent did in the last day. */
export const agentStatusSchema = z.object({
  name: z.string(),
  runs: z.int(),
  /** Runs that failed and are tried again or not. */
  failed: z.int(),
  hints: z.int(),
  /** From what woke it to its result, of half of its runs and of all but one in a hundred; null where nobody counted. */
  latencyMs: z.object({ p50: z.number(), p99: z.number() }).nullable(),
  /** What its runs took of the worker, together. */
  tookMs: z.number(),
  /** What they cost a language model. */
  tokens: z.int(),
});
export type AgentStatus = z.infer<typeof agentStatusSchema>;

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
