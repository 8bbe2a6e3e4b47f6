import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
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
  pool: pg.Pool;
  close(): Promise<void>;
};

/**
 * Opens `kanban_api`. Connects on first use, so an absent server is an error of the first query, not of this call.
 *
 * Time limits, all enforced by the server as well: a statement 10 s (nothing the API asks takes one), a lock 2 s (who
 * waits longer is told to come back, instead of everyone queueing behind them), an idle transaction 10 s (a stuck
 * process must not hold a board's lock).
 */
export function createApiDb(url: string, { maxConnections = 10, onConnectionError }: ApiDbOptions = {}): ApiDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    // Waiting for a connection longer than this helps nobody: the answer is "busy, come back".
    connectionTimeoutMillis: 4_000,
    // An idle connection costs the server some megabytes; a burst keeps it for half a minute.
    idleTimeoutMillis: 30_000,
    statement_timeout: 10_000,
    lock_timeout: 2_000,
    idle_in_transaction_session_timeout: 10_000,
    // Prisma's adapter reads every timestamp as UTC, whatever offset the server prints with it.
    options: "-c TimeZone=UTC",
    application_name: "kanban-api",
    keepAlive: true,
  });
  // An error of a connection without a listener, idle or in use, ends the process when PostgreSQL restarts.
  pool.on("error", (error) => onConnectionError?.(error));
  pool.on("connect", (client) => client.on("error", (error) => onConnectionError?.(error)));
  const db = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) }),
    // The server's own limits above are the shorter ones; these only end what hangs outside of it.
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
