import type { Moment } from "@kanban/domain/moment";
import type { Temporal } from "temporal-polyfill";

/** A date in a text, and what it is for: the day a task is due, or the one before which it need not be seen. */
export type FoundDate = {
  role: "due" | "defer";
  moment: Moment;
  start: number;
  end: number;
  confidence: number;
};

/** What "now" and "3/4" mean to the writer. */
export type Writer = { writtenAt: Temporal.ZonedDateTime; monthFirst: boolean };
