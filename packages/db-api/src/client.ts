import { createPool } from "@kanban/messaging/create-pool";
import { PrismaPg } from "@prisma/adapter-pg";
import type { Pool } from "pg";
import { PrismaClient } from "./generated/client.ts";
import { statementName } from "./statement-name.ts";

export type ApiDb = PrismaClient;
export type { ApiTx, SqlTx } from "./transaction.ts";
export { Prisma } from "./generated/client.ts";
export type { Pool, PoolClient } from "pg";

export type ApiDbOptions = {
  /** Connections of this process; all replicas together must stay below the server's `max_connections`. */
  maxConnections?: number;
  /** Told of connections that break while idle (a restarting server); the pool replaces them by itself. */
  onConnectionError?: (error: Error) => void;
};

export type ApiDatabase = {
  db: ApiDb;
  /** The same connections without Prisma: for the few reads whose rows are too many to go through it. */
  pool: Pool;
  close(): Promise<void>;
};

/** Shorter than a request's five seconds, with time left to say that the database is busy. Nothing asked takes one. */
const statementTimeoutMs = 4_000;

/**
 * Opens `kanban_api`. Connects on first use, so an absent server is an error of the first query, not of this call.
 * The limits of its connections are those of every pool (`createPool`).
 */
export function createApiDb(
  url: string,
  { maxConnections = 10, onConnectionError = () => {} }: ApiDbOptions = {},
): ApiDatabase {
  const pool = createPool(url, {
    name: "kanban-api",
    max: maxConnections,
    statementTimeoutMs,
    onError: onConnectionError,
  });
  const db = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) }),
    // The pool's limits are the shorter ones; these only end what hangs outside of it.
    transactionOptions: { maxWait: 4_000, timeout: 15_000 },
  });
  return {
    db,
    pool,
    close: async () => {
      await db.$disconnect();
      await pool.end();
    },
  };
}
