import type { RoundTrip } from "./conversation.ts";

/** Five characters; PostgreSQL's appendix A lists them. */
export type SqlState = string;

/**
 * What becomes of a round trip at a failpoint.
 *
 * - `pass`: it goes on. For what only wants to be there, or holds it up for a while.
 * - `cut`: both sides of the connection end. The one to take when the client has just been killed.
 * - `cut-client-only`: the client's side ends; the server does not hear of it and keeps transaction and locks until its
 *   own timeouts.
 * - `swallow`: nothing is sent or answered on this connection any more, and neither side is told.
 * - `{ fatal }`: the server says why and closes the connection, as in a shutdown.
 * - `{ error }`: the statement fails with this state, in the server too: an open transaction is really aborted.
 */
export type Effect = "pass" | "cut" | "cut-client-only" | "swallow" | { fatal: SqlState } | { error: SqlState };

/**
 * - `before-send`: the request has left the client and not reached the server.
 * - `after-send`: the server has finished it, and nothing of its answer has reached the client. What is done then can no
 *   longer fail, so there is no `{ error }`.
 */
export type Timing =
  | { moment: "before-send"; effect: Effect }
  | { moment: "after-send"; effect: Exclude<Effect, { error: SqlState }> };

/** Where a fault happened. */
export type Hit = { applicationName: string; statements: readonly string[] };

/** A fault that waits for its round trip. */
export type Fault = Timing & {
  /** Asked once for each round trip of every connection until it was hit: counting is its own affair. */
  wants(trip: RoundTrip): boolean;
  /** Runs at that moment, and the effect follows when it is done. */
  call?: ((hit: Hit) => Promise<void> | void) | undefined;
  always?: boolean | undefined;
};
