type Span = { days?: number; hours?: number; minutes?: number; seconds?: number; milliseconds?: number };

/** A clock that stands still until told otherwise. */
export type FakeClock = {
  now(): Date;
  /** The same moment as ISO 8601 in UTC, the form every `…At` field has. */
  instant(): string;
  advance(span: Span): void;
  set(instant: string): void;
};

/** @param start ISO 8601, e.g. `2026-03-02T09:00:00Z` (a Monday). */
export function fakeClock(start = "2026-03-02T09:00:00.000Z"): FakeClock {
  let milliseconds = Date.parse(start);
  return {
    now: () => new Date(milliseconds),
    instant: () => new Date(milliseconds).toISOString(),
    advance: (span) => {
      const hours = (span.days ?? 0) * 24 + (span.hours ?? 0);
      const seconds = (hours * 60 + (span.minutes ?? 0)) * 60 + (span.seconds ?? 0);
      milliseconds += seconds * 1000 + (span.milliseconds ?? 0);
    },
    set: (instant) => {
      milliseconds = Date.parse(instant);
    },
  };
}
