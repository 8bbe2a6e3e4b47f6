import type { Pool } from "pg";
import type { Listener } from "./listen.ts";
import type { OutboxTable } from "./outbox-table.ts";
import { measureBacklog, relayOnce } from "./relay.ts";
import { startWorkLoop } from "./work-loop.ts";

export type RelayHealth = { backlog: number; lagSeconds: number; lastError: string | null };

export type Relay = {
  /** Asks the database; rejects when that is not reachable. */
  health(): Promise<RelayHealth>;
  /** Waits for the running batch. */
  stop(): Promise<void>;
};

/** Relays as long as the process lives: at once when the table's channel (its own name) says so, else every second. */
export function startRelay({
  source,
  target,
  outbox,
  listener,
  onError,
}: {
  source: Pool;
  target: Pool;
  outbox: OutboxTable;
  listener: Listener;
  onError: (error: unknown) => void;
}): Relay {
  const loop = startWorkLoop({ step: () => relayOnce({ source, target, outbox }), onError });
  const unsubscribe = listener.subscribe(outbox.name, loop.wake);
  return {
    health: async () => ({ ...(await measureBacklog(source, outbox)), lastError: loop.lastError() }),
    stop: () => {
      unsubscribe();
      return loop.stop();
    },
  };
}
