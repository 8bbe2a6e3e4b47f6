import { workerEnd } from "@kanban/messaging/bridge-end";
import { bridgeGauges, sampleBridge } from "@kanban/metrics/bridge-gauges";
import { countRelay, type RelayCounters } from "@kanban/metrics/count-relay";
import { registerPoolGauges } from "@kanban/metrics/pool-gauges";
import { registerSampledGauges, type Sample } from "@kanban/metrics/sampled-gauges";
import type { Pool } from "pg";
import { Counter, Histogram, type Registry } from "prom-client";
import { readJobStatus } from "../operations/job-status.repository.ts";

/** How a run of jobs ended: done, to be tried again, or beyond help. */
export type JobRun = { queue: string; outcome: "completed" | "failed" | "deadletter"; jobs: number; seconds: number };

export type WorkerMetrics = {
  relay: RelayCounters;
  onDispatched(type: string, outcome: "handle" | "unknown" | "bad"): void;
  onJobs(run: JobRun): void;
};

const jobGauges = {
  kanban_queue_jobs: { help: "Jobs that are not over, by queue and state", labelNames: ["queue", "state"] },
  kanban_queue_oldest_seconds: { help: "How long the oldest job that could run has waited", labelNames: ["queue"] },
  kanban_dead_letters: { help: "Jobs that failed for good, to be looked at by a person" },
};

/** From an agent's milliseconds to the minute after which a job counts as hanging. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 15, 60];

/** What the worker tells a monitor beside what every process does: events, jobs, queues, its end of the bridge. */
export function registerWorkerMetrics(
  registry: Registry,
  { pool, target, isKnownType }: { pool: Pool; target: Pool; isKnownType: (type: string) => boolean },
): WorkerMetrics {
  registerPoolGauges(registry, { worker: pool, relay: target });
  registerSampledGauges(registry, {
    gauges: { ...bridgeGauges, ...jobGauges },
    sample: async () => (await Promise.all([sampleBridge(pool, workerEnd), sampleJobs(pool)])).flat(),
  });
  const dispatched = new Counter({
    name: "kanban_events_dispatched_total",
    help: "Events of the API given to their handlers, by type and plan; one tried again counts again",
    labelNames: ["type", "outcome"],
    registers: [registry],
  });
  const jobs = new Counter({
    name: "kanban_jobs_total",
    help: "Attempts of jobs by how they ended",
    labelNames: ["queue", "outcome"],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: "kanban_job_run_seconds",
    help: "Time of one run, which may be a batch of jobs",
    labelNames: ["queue", "outcome"],
    buckets,
    registers: [registry],
  });
  return {
    relay: countRelay(registry),
    // Whatever the wire brings, the label has few values.
    onDispatched: (type, outcome) => dispatched.inc({ type: isKnownType(type) ? type : "unknown", outcome }),
    onJobs: ({ queue, outcome, jobs: count, seconds: took }) => {
      jobs.inc({ queue, outcome }, count);
      seconds.observe({ queue, outcome }, took);
    },
  };
}

async function sampleJobs(pool: Pool): Promise<Sample<keyof typeof jobGauges>[]> {
  const { queues, deadLetterCount } = await readJobStatus(pool);
  return [
    ...queues.flatMap(({ name: queue, waiting, retrying, active, oldestSeconds }) => [
      { name: "kanban_queue_jobs" as const, labels: { queue, state: "waiting" }, value: waiting },
      { name: "kanban_queue_jobs" as const, labels: { queue, state: "retrying" }, value: retrying },
      { name: "kanban_queue_jobs" as const, labels: { queue, state: "active" }, value: active },
      { name: "kanban_queue_oldest_seconds" as const, labels: { queue }, value: oldestSeconds },
    ]),
    { name: "kanban_dead_letters", value: deadLetterCount },
  ];
}
