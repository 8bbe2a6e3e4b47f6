import { Temporal } from "temporal-polyfill";
import type { DateReader } from "./date-reader.ts";
import type { FoundDate, Writer } from "./found-date.ts";
import { isAhead, momentAt } from "./moment-at.ts";
import { type ReadClock, readClocks } from "./read-clocks.ts";
import { nextWeekday, nextWorkday, type ReadDay, readDays } from "./read-days.ts";

/** How sure a kind of phrase makes us, before the words around it are looked at. */
const confidences: Record<ReadDay["kind"], number> = {
  date: 0.85,
  monthDay: 0.85,
  numeric: 0.65,
  day: 0.9,
  weekday: 0.85,
  ahead: 0.65,
  hours: 0.65,
  span: 0.55,
  end: 0.8,
  month: 0.6,
  monthly: 0.85,
  dayOfMonth: 0.7,
  daily: 0.7,
  weekend: 0.6,
  ordinalWeekday: 0.85,
  holiday: 0.65,
  mid: 0.6,
  workdays: 0.7,
};
const nextPenalty = 0.15;

export type FoundPhrase = FoundDate & { isRecurring: boolean; kind: ReadDay["kind"] };

/** Dates in folded text as one language says them: due, deferred and recurring. */
export function findPhrases(text: string, reader: DateReader, writer: Writer): FoundPhrase[] {
  if (!reader.hint.test(text)) return [];
  const now = writer.writtenAt.toPlainDateTime();
  const days = readDays(text, reader, now, writer.monthFirst);
  if (days.length === 0) return [];
  const clocks = readClocks(text, reader).filter(({ start, end }) =>
    days.every((day) => end <= day.start || start >= day.end),
  );
  return days.flatMap((day) => judge(text, reader, writer, day, { clocks, isOnly: days.length === 1 }) ?? []);
}

function judge(
  text: string,
  reader: DateReader,
  writer: Writer,
  read: ReadDay,
  { clocks, isOnly }: { clocks: readonly ReadClock[]; isOnly: boolean },
): FoundPhrase | null {
  const lead = text.slice(Math.max(0, read.start - 60), read.start);
  if (reader.neverAfter.test(text.slice(read.end, read.end + 12))) return null;
  const recurring = recurringOf(text, reader, writer, read, lead);
  const deferred = recurring ? null : deferredOf(text, reader, read, lead);
  if (!recurring && !deferred && (reader.never.test(lead) || reader.beforeOrdinal.test(lead))) return null;

  const isDue = reader.due.test(lead);
  if (!deferred && needsDefer.has(read.kind)) return null;
  if (!deferred && !isDue && needsWord.has(read.kind) && !isPlainDate(text, read)) return null;
  if (!recurring && isBygone(read, writer)) return null;
  const bounds = recurring ?? deferred ?? read;

  const clock = clocks.find((at) => isBeside(text, reader, bounds, at)) ?? onlyClock(text, clocks, bounds, isOnly);
  if (!clock && (read.kind === "daily" || read.kind === "workdays")) return null;
  const instant = read.kind === "hours" ? writer.writtenAt.add({ hours: read.hours }) : null;
  let day = recurring?.day ?? deferred?.day ?? read.day;
  const time =
    clock && (isLate(reader, read.part) && clock.time.hour < 12 ? clock.time.add({ hours: 12 }) : clock.time);
  const moment = () =>
    instant ? new Date(instant.epochMilliseconds).toISOString() : momentAt(writer, day, time ?? null);
  // Who means today says so, and "Montag 9 Uhr" said on a Monday at noon is the next one.
  const isToday = read.kind === "weekday" && day.equals(writer.writtenAt.toPlainDate());
  if (
    isToday &&
    !recurring &&
    !(time && isAhead(moment(), writer)) &&
    !/^(?:this|ce|este|esta|dieser?n?|questo|deze|tento|tuto)\s/.test(
      text.slice(Math.max(0, read.start - 8), read.start).trimStart(),
    )
  )
    day = day.add({ days: 7 });
  if (recurring && !isAhead(moment(), writer)) day = recurring.dayAfter;
  if (!isAhead(moment(), writer)) return null;
  const confidence =
    confidences[read.kind] +
    (clock ? 0.05 : 0) +
    (isDue && !deferred ? 0.05 : 0) +
    (deferred && !deferred.isWeak ? 0.1 : 0) -
    (read.isNext ? nextPenalty : 0);
  return {
    role: deferred ? "defer" : "due",
    isRecurring: recurring !== null,
    kind: read.kind,
    moment: moment(),
    start: Math.min(bounds.start, clock?.start ?? bounds.start),
    end: Math.max(bounds.end, clock?.end ?? bounds.end),
    confidence: Math.round(Math.min(0.95, confidence) * 100) / 100,
  };
}

/** Too vague to be the last moment. */
const needsDefer: ReadonlySet<ReadDay["kind"]> = new Set(["month", "span"]);
/** May be something else altogether. */
const needsWord: ReadonlySet<ReadDay["kind"]> = new Set(["numeric", "dayOfMonth", "mid", "holiday"]);

/** "14.3." is a date, unless it is the number of something; "the 7th" at the head of a line is one, too. */
function isPlainDate(text: string, { kind, hasYear, start, end }: ReadDay): boolean {
  if (hasYear) return true;
  // "The 7th is Mum's birthday", "payday is the 27th".
  if (kind === "dayOfMonth")
    return /^the\s/.test(text.slice(start, end)) && /(?:^|\n|\bis )\s*$/.test(text.slice(0, start));
  if (kind !== "numeric" || !/\d\.\s?\d+\.$/.test(text.slice(start, end))) return false;
  return !/(?:\b(?:v|ver|version|verze|wersja|nr|no|cislo|kap|kapitel|kapitola|abschnitt|paragraph|article|section|chapter|seite|s|str|p|rev)\.?|§)\s*$/.test(
    text.slice(Math.max(0, start - 12), start),
  );
}

/** A day of the last weeks that was only moved to next year for lack of a year. */
function isBygone({ kind, hasYear, day }: ReadDay, { writtenAt }: Writer): boolean {
  if (hasYear || (kind !== "date" && kind !== "monthDay" && kind !== "numeric")) return false;
  return Temporal.PlainDate.compare(day, writtenAt.toPlainDate().add({ days: 334 })) > 0;
}

type Recurring = { start: number; end: number; day: Temporal.PlainDate; dayAfter: Temporal.PlainDate };

/** "Every Monday and Thursday": the soonest of its days, and the one after. */
function recurringOf(
  text: string,
  reader: DateReader,
  { writtenAt }: Writer,
  { kind, start, end, day, over, isAlways }: ReadDay,
  lead: string,
): Recurring | null {
  const today = writtenAt.toPlainDate();
  if (kind === "monthly") return { start, end, day, dayAfter: day.add({ months: 1 }) };
  if (kind === "ordinalWeekday") return { start, end, day, dayAfter: over ?? day };
  if (kind === "daily") return { start, end, day, dayAfter: day.add({ days: 1 }) };
  if (kind === "workdays") return { start, end, day, dayAfter: nextWorkday(day.add({ days: 1 })) };
  const yearly = kind === "date" || kind === "monthDay" ? reader.yearly?.exec(lead)?.groups?.["lead"] : undefined;
  if (yearly) return { start: start - yearly.length, end, day, dayAfter: day.add({ years: 1 }) };
  const every = kind === "weekday" ? reader.every.exec(lead)?.groups?.["lead"] : undefined;
  if (kind !== "weekday" || (!every && !isAlways)) return null;
  const days = [day];
  let last = end;
  for (let more = reader.andWeekday.exec(text.slice(last)); more; more = reader.andWeekday.exec(text.slice(last))) {
    const index = reader.isWeekday.findIndex((is) => is.test(more?.groups?.["weekday"] ?? ""));
    if (index < 0) break;
    days.push(nextWeekday(today, index + 1));
    last += more[0].length;
  }
  const inOrder = days.toSorted(Temporal.PlainDate.compare);
  const first = inOrder[0] ?? day;
  return { start: start - (every?.length ?? 0), end: last, day: first, dayAfter: inOrder[1] ?? first.add({ days: 7 }) };
}

type Deferred = { start: number; end: number; day: Temporal.PlainDate; isWeak: boolean };

/** "From 3 to 5 May" says how long. */
const rangeAfter = /^\s*(?:to|until|till|bis|au|al|do|tot|t\/m|ate|a)\s|^\s*[-–]/;

/** Whether nothing is to be done before that day, and the words that say so. */
function deferredOf(
  text: string,
  reader: DateReader,
  { start, end, kind, day, over }: ReadDay,
  lead: string,
): Deferred | null {
  const before = reader.defer.exec(lead)?.groups?.["lead"];
  if (before) {
    const isPast = reader.past.test(before);
    // "After the May release" defers nothing.
    if (isPast && kind === "month") return null;
    return { start: start - before.length, end, day: isPast ? (over ?? day.add({ days: 1 })) : day, isWeak: false };
  }
  const behind = text.slice(end, end + 24);
  const after = reader.deferAfter?.exec(behind)?.[0];
  if (after) return { start, end: end + after.length, day, isWeak: false };
  const soft = kind === "date" || kind === "monthDay" ? reader.softDefer?.exec(lead)?.groups?.["lead"] : undefined;
  if (soft && !rangeAfter.test(behind)) return { start: start - soft.length, end, day, isWeak: true };
  return kind !== "month" && reader.again?.test(lead) ? { start, end, day, isWeak: true } : null;
}

/** Right before or behind, or parted by a comma or a small word. A bare number only counts at the end of its clause. */
function isBeside(text: string, reader: DateReader, day: { start: number; end: number }, clock: ReadClock): boolean {
  const isBehind = clock.start >= day.end;
  const between = isBehind ? text.slice(day.end, clock.start) : text.slice(clock.end, day.start);
  if (between.length > 12 || !reader.link.test(between)) return false;
  if (!clock.isPlain) return true;
  return isBehind && /^\s*(?:$|[\n,;!?)]|\.(?:\s|$))/.test(text.slice(clock.end, clock.end + 3));
}

/** The one time of a line with one day: "tomorrow fetch the kids (14:00)". */
function onlyClock(
  text: string,
  clocks: readonly ReadClock[],
  { start, end }: { start: number; end: number },
  isOnly: boolean,
): ReadClock | undefined {
  const [clock, ...more] = clocks.filter(({ isPlain }) => !isPlain);
  if (!isOnly || !clock || more.length > 0 || clock.start < end) return undefined;
  const between = text.slice(end, clock.start);
  // Until when something lasts, or between which hours, is not when it is.
  const isRange = /(?:[-–]|\b(?:until|till|to|bis|und|and|jusqu'a|a|do|hasta|y|from|von|open|offen|ouvert))\s*$/.test(
    between,
  );
  return clock.isSure && !isRange && between.length <= 40 && !/[.;\n]/.test(between) && start < clock.start
    ? clock
    : undefined;
}

function isLate(reader: DateReader, part: string | undefined): boolean {
  return part !== undefined && reader.isEvening.test(part);
}
