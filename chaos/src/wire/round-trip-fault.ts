import { assertNever } from "@kanban/domain/assert-never";
import type { Fault, Timing } from "./fault.ts";
import { nameMatches } from "./failpoint.ts";

/**
 * The ways in which a round trip fails:
 *
 * - `57P01` the server is shut down, `40001` serialization failure, `40P01` deadlock, `53100` disk full;
 * - `53300` too many connections: as the answer to a connection being made (`n` = 0), or as any error;
 * - `08006` the connection is lost before the server hears of it;
 * - `after` the connection is lost after the server has done it: the client cannot know.
 */
export const roundTripFailures = ["57P01", "40001", "40P01", "53100", "53300", "08006", "after"] as const;
export type RoundTripFailure = (typeof roundTripFailures)[number];

export type RoundTripFault = {
  applicationName: string | RegExp;
  /** Which round trip, counted over all connections of that name from the arming on. */
  n: number;
  kind: RoundTripFailure;
};

/** @throws RangeError for `n` = 0 with any kind but 53300, and for what is no count */
export function roundTripFault({ applicationName, n, kind }: RoundTripFault): Fault & { matched(): number } {
  if (!Number.isInteger(n) || n < (kind === "53300" ? 0 : 1)) throw new RangeError(`No round trip ${n} for ${kind}`);
  let matched = 0;
  return {
    ...timingOf(kind, n),
    matched: () => matched,
    wants: (trip) => {
      if (!nameMatches(applicationName, trip.applicationName)) return false;
      if (n === 0) return trip.kind === "startup";
      return trip.kind === "statements" && ++matched === n;
    },
  };
}

function timingOf(kind: RoundTripFailure, n: number): Timing {
  switch (kind) {
    case "57P01":
      return { moment: "before-send", effect: { fatal: kind } };
    case "53300":
      return { moment: "before-send", effect: n === 0 ? { fatal: kind } : { error: kind } };
    case "40001":
    case "40P01":
    case "53100":
      return { moment: "before-send", effect: { error: kind } };
    case "08006":
      return { moment: "before-send", effect: "cut" };
    case "after":
      return { moment: "after-send", effect: "cut" };
    default:
      return assertNever(kind);
  }
}
