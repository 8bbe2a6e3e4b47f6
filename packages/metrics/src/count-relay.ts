import { Counter, type Registry } from "prom-client";

export type RelayCounters = { published(events: number): void; failed(): void };

/** What the relay of this process has carried, and how often it met an obstacle. */
export function countRelay(registry: Registry): RelayCounters {
  const published = new Counter({
    name: "kanban_relay_published_total",
    help: "Events this process has published to the other side; a repeated one counts again",
    registers: [registry],
  });
  const errors = new Counter({
    name: "kanban_relay_errors_total",
    help: "Batches this process could not publish, and lost connections on the way",
    registers: [registry],
  });
  return { published: (events) => published.inc(events), failed: () => errors.inc() };
}
