import type { Pool } from "pg";
import type { Listener } from "./listen.ts";
import { startWorkLoop } from "./work-loop.ts";

export type ConsumerHealth = { backlog: number; lagSeconds: number; parked: number; lastError: string | null };

export type Consumer = {
  /** Asks the database; rejects when that is not reachable. */
  health(): Promise<ConsumerHealth>;
  /** Waits for the running batch. */
  stop(): Promise<void>;
};

/** Works off the event inbox as long as the process lives: at once when something arrives, else every second. */
export function startConsumer({
  pool,
  consume,
  listener,
  onError,
}: {
  pool: Pool;
  /** One batch: `consumeInTransaction` or `consumeOneByOne`. */
  consume: () => Promise<number>;
  listener: Listener;
  onError: (error: unknown) => void;
}): Consumer {
  const loop = startWorkLoop({ step: consume, onError });
  const unsubscribe = listener.subscribe("event_inbox", loop.wake);
  return {
    health: async () => {
      const { rows } = await pool.query<Omit<ConsumerHealth, "lastError">>(
        `SELECT count(*) FILTER (WHERE parked_at IS NULL)::int AS backlog,
                count(*) FILTER (WHERE parked_at IS NOT NULL)::int AS parked,
                coalesce(extract(epoch FROM now() - min(received_at) FILTER (WHERE parked_at IS NULL)), 0)::float8
                  AS "lagSeconds"
         FROM event_inbox WHERE handled_at IS NULL`,
      );
      return { ...(rows[0] ?? { backlog: 0, lagSeconds: 0, parked: 0 }), lastError: loop.lastError() };
    },
    stop: () => {
      unsubscribe();
      return loop.stop();
    },
  };
}
