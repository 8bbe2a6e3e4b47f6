import { fold } from "../fold.ts";
import { type DateReader, dateReaderOf } from "./date-reader.ts";
import { findClock } from "./find-clock.ts";
import { findCommonDates } from "./find-common-dates.ts";
import { findOrdinalWeekdays } from "./find-ordinal-weekdays.ts";
import { findPhrases, type FoundPhrase } from "./find-phrases.ts";
import type { FoundDate, Writer } from "./found-date.ts";
import { type ReadDay, readDays } from "./read-days.ts";
import { czech } from "./words/czech.ts";
import { dutch } from "./words/dutch.ts";
import { english } from "./words/english.ts";
import { french } from "./words/french.ts";
import { german } from "./words/german.ts";
import { italian } from "./words/italian.ts";
import { polish } from "./words/polish.ts";
import { portuguese } from "./words/portuguese.ts";
import { spanish } from "./words/spanish.ts";

/** "The first Friday in December" can hardly mean anything else. */
const ordinalConfidence = 0.9;

const languages = [english, german, french, spanish, italian, dutch, czech, polish, portuguese];
let compiled: DateReader[] | null = null;

/** Every date ahead that is meant as one, due or deferred, with how sure we are (0 to 1). They do not overlap, and stand in their order. */
export function findDates(text: string, writer: Writer): FoundDate[] {
  compiled ??= languages.map(dateReaderOf);
  const ordinals = findOrdinalWeekdays(fold(text), writer.writtenAt.toPlainDate()).map(
    ({ day, start, end }): FoundDate => ({
      role: "due",
      moment: day.toString(),
      start,
      end,
      confidence: ordinalConfidence,
    }),
  );
  const rest = without(text, ordinals);
  const folded = fold(rest);
  const phrases = compiled.flatMap((reader) =>
    findPhrases(folded, reader, writer).filter(
      (phrase) =>
        reader.words.language !== "en" ||
        isNotCommon(phrase) ||
        reader.isInformal.test(folded.slice(phrase.start, phrase.end)),
    ),
  );
  // Two languages may see the same words; the longer reading wins, then the surer.
  const found = [...ordinals];
  for (const phrase of phrases.toSorted((a, b) => lengthOf(b) - lengthOf(a) || b.confidence - a.confidence))
    if (found.every(({ start, end }) => phrase.end <= start || phrase.start >= end)) found.push(phrase);
  const all = [...found, ...findCommonDates(without(rest, found), writer)];
  if (all.length > 0) return all.toSorted((a, b) => a.start - b.start);
  return findClockAlone(folded, compiled, writer);
}

/** A time without a day; none beside a day that is over or denied ("gestern um 9 Uhr"), whose time it is. */
function findClockAlone(folded: string, readers: readonly DateReader[], writer: Writer): FoundDate[] {
  const isOfDay = ({ start }: FoundDate) =>
    readers.some(({ never }) => never.test(folded.slice(Math.max(0, start - 60), start)));
  const [clock] = readers.flatMap((reader) => findClock(folded, reader, writer));
  if (!clock || isOfDay(clock) || readers.some((reader) => namesDay(folded, reader, writer))) return [];
  return [clock];
}

const namedDays: ReadonlySet<ReadDay["kind"]> = new Set(["date", "day", "weekday"]);

function namesDay(folded: string, reader: DateReader, { writtenAt, monthFirst }: Writer): boolean {
  if (!reader.hint.test(folded)) return false;
  return readDays(folded, reader, writtenAt.toPlainDateTime(), monthFirst).some(({ kind }) => namedDays.has(kind));
}

const lengthOf = ({ start, end }: FoundDate) => end - start;

/** What the parser of English would not find, or take for a plain due date, or for a month of a year ("March 31"). */
function isNotCommon({ role, isRecurring, kind }: FoundPhrase): boolean {
  return (
    role === "defer" ||
    isRecurring ||
    kind === "end" ||
    kind === "dayOfMonth" ||
    kind === "mid" ||
    kind === "holiday" ||
    kind === "weekend" ||
    kind === "monthDay"
  );
}

/** What has been read is blanked out, so that its parts are not read again. */
function without(text: string, found: readonly { start: number; end: number }[]): string {
  return found.reduce((left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end), text);
}
