import type { Pool } from "pg";
import type { Listener } from "./listen.ts";
import type { OutboxTable } from "./outbox-table.ts";
import { OtherSideError, relayBatch, relayOnce } from "./relay.ts";
import { startWorkLoop } from "./work-loop.ts";

export type Relay = {
  /** The latest error of its loop while it still stands, else null. */
  lastError(): string | null;
  /** Whether it has not been able to move for a minute, for a reason on this side. The other side may be away for long. */
  isStuck(): boolean;
  /** Waits for the running batch. */
  stop(): Promise<void>;
};

/** Relays as long as the process lives: at once when the table's channel (its own name) says so, else every second. */
export function startRelay({
  source,
  target,
  outbox,
  listener,
  onPublished,
  onError,
}: {
  source: Pool;
  target: Pool;
  outbox: OutboxTable;
  listener: Listener;
  /** Told how many events a batch carried; for counting. */
  onPublished?: ((events: number) => void) | undefined;
  onError: (error: unknown) => void;
}): Relay {
  const step = async () => {
    const events = await relayOnce({ source, target, outbox });
    onPublished?.(events);
    return events;
  };
  const isOwnFault = (error: unknown) => !(error instanceof OtherSideError);
  const loop = startWorkLoop({ step, fullStep: relayBatch, onError, isOwnFault });
  const unsubscribe = listener.subscribe(outbox.name, loop.wake);
  return {
    lastError: loop.lastError,
    isStuck: loop.isStuck,
    stop: () => {
      unsubscribe();
      return loop.stop();
    },
  };
}
