import type { Queue, WorkOptions } from "pg-boss";

const day = 86_400;

/**
 * How long a job may wait for a worker. pg-boss deletes waiting jobs after 14 days by default, which a computer left
 * off over a long holiday would turn into lost work.
 */
const retentionSeconds = 400 * day;

/** Where jobs end that failed for good. Nothing works it: it is looked at and put back by a person. */
export const deadLetters = {
  name: "dead-letters",
  settings: { retentionSeconds, deleteAfterSeconds: retentionSeconds },
} satisfies QueueEntry;

/** One execution of one agent on one version of a task's text. */
export const runAgents = {
  name: "run-agents",
  settings: {
    // Ten tries over about twenty minutes outlive a restart of the database; the defaults (twice, at once) do not.
    retryLimit: 10,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 300,
    // A worker that died is noticed within seconds rather than when its job expires.
    heartbeatSeconds: 10,
    // Agents are pure and take milliseconds; what runs longer hangs.
    expireInSeconds: 60,
    retentionSeconds,
    // Done jobs are kept for looking back: what they did stands in agent_run.
    deleteAfterSeconds: 7 * day,
    deadLetter: deadLetters.name,
    // From capture to hint in well under a second, instead of the next poll.
    notify: true,
  },
  work: {
    // One fetch takes up to 20; while they come full there is no pause, so a backlog drains at the database's speed.
    batchSize: 20,
    burstWhenBatchFull: true,
    // Pure CPU work in one thread gains nothing from more.
    localConcurrency: 1,
    // While notifications do not come (the first moments, a lost connection); and the floor under lost ones.
    pollingIntervalSeconds: 0.5,
    notifyPollingIntervalSeconds: 2,
  },
} satisfies QueueEntry & { work: WorkOptions };

type QueueEntry = { name: string; settings: Omit<Queue, "name"> };

/** In the order they are created: a queue's dead letters come before it. */
export const queues: readonly QueueEntry[] = [deadLetters, runAgents];
