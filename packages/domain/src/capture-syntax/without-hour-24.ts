type Parts = { get(part: "hour"): number | null };
/** What a parser of chrono-node answers; with methods, plain, or nothing. */
type Reading = { start: Parts } | Parts | { hour?: number } | null;
type Parser = { extract(context: never, match: RegExpMatchArray): Reading };

/**
 * The same reader of dates (a `Chrono` of chrono-node), but for hour 24. It takes "Friday 24" and "Friday 24:00" for a
 * time, finds that no day has it, and drops the Friday, too.
 */
export function withoutHour24<P extends Parser, C extends { parsers: P[]; clone(): C }>(chrono: C): C {
  const own = chrono.clone();
  own.parsers = own.parsers.map((parser) =>
    Object.assign(Object.create(parser), {
      extract(context: never, match: RegExpMatchArray) {
        const read = parser.extract(context, match);
        return hourOf(read) === 24 ? null : read;
      },
    }),
  );
  return own;
}

function hourOf(read: Reading): number | null {
  if (!read) return null;
  const parts = "start" in read ? read.start : read;
  return "get" in parts ? parts.get("hour") : (parts.hour ?? null);
}
