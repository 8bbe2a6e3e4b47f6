import pg from "pg";

export type PoolOptions = {
  /** Shown in pg_stat_activity. */
  name: string;
  /** Connections at most; all processes together must stay below the server's `max_connections`. */
  max: number;
  /** Longest statement, in milliseconds. Nothing a request or a batch does may take longer. */
  statementTimeoutMs?: number;
  /** Hears of connections lost while idle; the pool replaces them by itself. */
  onError: (error: Error) => void;
};

/**
 * The one place pools are made. Without an `error` listener an idle connection that PostgreSQL closes (a restart)
 * would end the process; without timeouts one lost peer would hold locks for ever.
 */
export function createPool(url: string, { name, max, statementTimeoutMs = 5_000, onError }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: name,
    // Prisma's adapter reads every timestamp as UTC, whatever offset the server prints with it.
    options: "-c TimeZone=UTC",
    // Longer means the server is down or the pool too small: better a quick, typed failure than a queue.
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    statement_timeout: statementTimeoutMs,
    // Nobody needs a row for longer; who waits longer waits for something that hangs.
    lock_timeout: 2_000,
    // A process that stops inside a transaction holds its locks no longer than this.
    idle_in_transaction_session_timeout: 10_000,
    // The client's own guard, for a server that no longer answers at all.
    query_timeout: statementTimeoutMs + 5_000,
  });
  pool.on("error", onError);
  // A checked-out client has its own emitter: errors between two of its queries end here, the next query rejects.
  pool.on("connect", (client) => client.on("error", onError));
  return pool;
}
