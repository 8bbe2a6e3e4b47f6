import type { Listener } from "./listen.ts";
import { startWorkLoop } from "./work-loop.ts";

export type Consumer = {
  /** The latest error of its loop while it still stands, else null. */
  lastError(): string | null;
  /** Whether it has not been able to move for a minute. */
  isStuck(): boolean;
  /** Waits for the running batch. */
  stop(): Promise<void>;
};

/** Works off the event inbox as long as the process lives: at once when something arrives, else every second. */
export function startConsumer({
  consume,
  fullStep,
  listener,
  onError,
}: {
  /** One batch: `consumeInTransaction` or `consumeOneByOne`. */
  consume: () => Promise<number>;
  /** Events in a batch at most. */
  fullStep: number;
  listener: Listener;
  onError: (error: unknown) => void;
}): Consumer {
  const loop = startWorkLoop({ step: consume, fullStep, onError });
  const unsubscribe = listener.subscribe("event_inbox", loop.wake);
  return {
    lastError: loop.lastError,
    isStuck: loop.isStuck,
    stop: () => {
      unsubscribe();
      return loop.stop();
    },
  };
}
