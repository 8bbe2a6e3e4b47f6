import type { Listener } from "@kanban/messaging/listen";
import type { Pool } from "pg";
import type { ConstructorOptions } from "pg-boss";

/**
 * Lets pg-boss work through our connections. Its own pool would wait for ever on a server that went silent, and its
 * listener would be a second one in this process; ours are cut and come back.
 */
export function bossDatabase(pool: Pool, listener: Listener): NonNullable<ConstructorOptions["db"]> {
  return {
    executeSql: (text, values) => pool.query(text, values),
    listen: async (channel, onNotification, onReconnect) => {
      const unsubscribe = listener.subscribe(channel, (payload) =>
        payload === null ? onReconnect() : onNotification(payload),
      );
      return { close: async () => unsubscribe() };
    },
    poolCounts: () => ({
      max: pool.options.max,
      total: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
  };
}
