import { collectDefaultMetrics, Counter, Registry } from "prom-client";

export type ProcessMetrics = {
  registry: Registry;
  /** Counts a promise or an error nobody handled, just before the process drains and ends. */
  countUnhandled(kind: "rejection" | "exception"): void;
};

/** The registry of one process, with what every process has: memory, processor, event loop, handles. */
export function createRegistry(): ProcessMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const unhandled = new Counter({
    name: "kanban_unhandled_total",
    help: "Errors and rejections that escaped every handler",
    labelNames: ["kind"],
    registers: [registry],
  });
  // Series that are there from the start: a first failure is then a change a monitor sees.
  for (const kind of ["rejection", "exception"]) unhandled.inc({ kind }, 0);
  return { registry, countUnhandled: (kind) => unhandled.inc({ kind }) };
}
