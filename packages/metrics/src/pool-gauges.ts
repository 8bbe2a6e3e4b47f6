import type { Pool } from "pg";
import { Gauge, type Registry } from "prom-client";

/** Connections of this process by pool: in use, idle, and how many callers wait for one. */
export function registerPoolGauges(registry: Registry, pools: Readonly<Record<string, Pool>>): void {
  const gauge: Gauge = new Gauge({
    name: "kanban_pool_connections",
    help: "Database connections by pool and state; `waiting` counts callers without one",
    labelNames: ["pool", "state"],
    registers: [registry],
    collect: () => {
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
        gauge.set({ pool, state: "in_use" }, totalCount - idleCount);
        gauge.set({ pool, state: "idle" }, idleCount);
        gauge.set({ pool, state: "waiting" }, waitingCount);
      }
    },
  });
}
