import type { Moment } from "./moment.ts";

/** True when the moment is a whole day rather than an instant. */
export function isWholeDay(moment: Moment): boolean {
  return moment.length === "2026-11-27".length;
}
