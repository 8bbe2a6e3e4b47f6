import type { RoundTrip } from "./conversation.ts";
import type { Fault, Hit, Timing } from "./fault.ts";

/** A place in the conversation with PostgreSQL, and what happens there. */
export type Failpoint = Timing & {
  /** Which connections: the whole name, or a pattern of it. */
  applicationName: string | RegExp;
  /** A pattern of the statement's text with white space made single. One of a round trip's statements suffices. */
  statement: RegExp;
  /** Counts only where this ran before in the same transaction: to know one COMMIT from another. */
  inTransactionAfter?: RegExp;
  /** Which match, counted from the arming; 1 if left out. */
  nth?: number;
  /** That match and every one after it, rather than once. */
  always?: boolean;
  /** Runs at that moment, before the effect: the place to kill, stop or wait. */
  call?: (hit: Hit) => Promise<void> | void;
};

export function failpointFault({ nth = 1, ...point }: Failpoint): Fault & { matched(): number } {
  let matched = 0;
  return {
    ...timingOf(point),
    call: point.call,
    always: point.always,
    matched: () => matched,
    wants: (trip) => matches(point, trip) && ++matched >= nth,
  };
}

const timingOf = (timing: Timing): Timing =>
  timing.moment === "before-send"
    ? { moment: timing.moment, effect: timing.effect }
    : { moment: timing.moment, effect: timing.effect };

function matches({ applicationName, statement, inTransactionAfter }: Omit<Failpoint, "nth">, trip: RoundTrip): boolean {
  return (
    trip.kind === "statements" &&
    nameMatches(applicationName, trip.applicationName) &&
    someMatches(statement, trip.statements) &&
    (!inTransactionAfter || someMatches(inTransactionAfter, trip.earlier()))
  );
}

export function nameMatches(wanted: string | RegExp, name: string): boolean {
  return typeof wanted === "string" ? wanted === name : name.search(wanted) >= 0;
}

// `search`, unlike `test`, begins at the front whatever flags the pattern has.
const someMatches = (pattern: RegExp, texts: readonly string[]): boolean =>
  texts.some((text) => text.replaceAll(/\s+/g, " ").trim().search(pattern) >= 0);
