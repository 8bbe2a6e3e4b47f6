import pg from "pg";
import { guardAnswers } from "./guard-answers.ts";

export type PoolOptions = {
  /** Shown in pg_stat_activity. */
  name: string;
  /** Connections at most; all processes together must stay below the server's `max_connections`. */
  max: number;
  /** Longest statement, in milliseconds. Nothing a request or a batch does may take longer. */
  statementTimeoutMs?: number;
  /** Hears of connections lost; the pool replaces them by itself. */
  onError: (error: Error) => void;
};

/** What an answer may take beyond the statement's own limit before its server counts as gone. */
const graceMs = 1_500;

/**
 * The one place pools are made. Without an `error` listener an idle connection that PostgreSQL closes (a restart)
 * would end the process; without timeouts one lost peer would hold locks for ever.
 */
export function createPool(url: string, { name, max, statementTimeoutMs = 5_000, onError }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    // Statements go out without waiting for the answers to those before, so that several asked at once cost one way to
    // the server and back. They still run one after the other; one that fails stops no other.
    pipeline: true,
    application_name: name,
    // Prisma's adapter reads every timestamp as UTC, whatever offset the server prints with it.
    options: "-c TimeZone=UTC",
    // For a connection to be made as for one to become free. Longer means the server is down or the pool too small:
    // a request then still has time to say so within its five seconds.
    connectionTimeoutMillis: 3_000,
    // A burst's connections cost the server some megabytes each; half a minute later the next burst makes its own.
    idleTimeoutMillis: 30_000,
    // Finds an idle connection whose peer is gone; one that owes an answer is found by `guardAnswers`, much sooner.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    statement_timeout: statementTimeoutMs,
    // Nobody needs a row for longer; who waits longer waits for something that hangs.
    lock_timeout: 2_000,
    // A process that stops inside a transaction holds its locks no longer than this.
    idle_in_transaction_session_timeout: 10_000,
  });
  pool.on("error", onError);
  const guard = guardAnswers(statementTimeoutMs + graceMs);
  pool.on("connect", (client) => {
    // A checked-out client has its own emitter: errors between two of its queries end here, the next query rejects.
    client.on("error", onError);
    guard(client);
  });
  return pool;
}
