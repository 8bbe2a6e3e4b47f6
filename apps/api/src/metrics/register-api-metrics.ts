import type { ProcedureCall } from "@kanban/api/context";
import { apiEnd } from "@kanban/messaging/bridge-end";
import { bridgeGauges, sampleBridge } from "@kanban/metrics/bridge-gauges";
import { countRelay, type RelayCounters } from "@kanban/metrics/count-relay";
import { registerPoolGauges } from "@kanban/metrics/pool-gauges";
import { registerSampledGauges } from "@kanban/metrics/sampled-gauges";
import type { Pool } from "pg";
import { fileGauges, sampleFiles } from "./file-gauges.ts";
import { Gauge, Histogram, type Registry } from "prom-client";

export type ApiMetrics = { relay: RelayCounters; observe(call: ProcedureCall): void };

/** From what nobody notices to the limit a request is answered in. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** What the API tells a monitor beside what every process does: procedures, live streams, its end of the bridge. */
export function registerApiMetrics(
  registry: Registry,
  { requests, loops, streams }: { requests: Pool; loops: Pool; streams: () => number },
): ApiMetrics {
  registerPoolGauges(registry, { requests, loops });
  registerSampledGauges(registry, {
    gauges: { ...bridgeGauges, ...fileGauges },
    sample: async () => (await Promise.all([sampleBridge(loops, apiEnd), sampleFiles(loops)])).flat(),
  });
  const open: Gauge = new Gauge({
    name: "kanban_streams_open",
    help: "Live streams open in this process",
    registers: [registry],
    collect: () => open.set(streams()),
  });
  const calls = new Histogram({
    name: "kanban_procedure_seconds",
    help: "Calls of procedures by how they ended; of a subscription, its beginning",
    labelNames: ["procedure", "outcome"],
    buckets,
    registers: [registry],
  });
  return {
    relay: countRelay(registry),
    observe: ({ procedure, outcome, seconds }) => calls.observe({ procedure, outcome }, seconds),
  };
}
