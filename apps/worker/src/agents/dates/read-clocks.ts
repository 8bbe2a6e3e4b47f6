import { Temporal } from "temporal-polyfill";
import type { DateReader } from "./date-reader.ts";

/** A time of day. Without a word or minutes it is only a number, and means a time only beside a day. */
export type ReadClock = {
  start: number;
  end: number;
  time: Temporal.PlainTime;
  isPlain: boolean;
  /** Cannot be anything but a time. */
  isSure: boolean;
  /** Said as in English, too: "3pm". */
  isCommon: boolean;
};

/** Every time of day in folded text. */
export function readClocks(text: string, reader: DateReader): ReadClock[] {
  return [...text.matchAll(reader.clock)].flatMap((match) => {
    const { at, colon, minute, oclock, meridiem, part, noon, word } = match.groups ?? {};
    const said = word === undefined ? undefined : reader.isNumber.find(({ is }) => is.test(word))?.value;
    const hour = match.groups?.["hour"] ?? said?.toString();
    const place = { start: match.index, end: match.index + match[0].length };
    if (noon) return [{ ...place, time: new Temporal.PlainTime(12), isPlain: false, isSure: true, isCommon: true }];
    const number = Number(hour);
    // "3.5" is a number unless a word says it is a time.
    if (number > 23 || (colon === "." && !at && !oclock)) return [];
    const isMorning = meridiem?.startsWith("a") === true || (part !== undefined && reader.isMorning.test(part));
    const isEvening = meridiem?.startsWith("p") === true || (part !== undefined && reader.isEvening.test(part));
    const isExact = isMorning || minute !== undefined || hour?.startsWith("0") === true || number === 0;
    const isAfternoon = number < 12 && (isEvening || (!isExact && number <= 5));
    const time = new Temporal.PlainTime(isAfternoon ? number + 12 : number, Number(minute ?? 0));
    const isPlain = !at && word === undefined && minute === undefined && !oclock;
    // "2 h" and "2 heures" may be how long.
    const isSure =
      meridiem !== undefined ||
      (at !== undefined &&
        reader.isSureAt.test(at) &&
        /^\s*(?:$|[,.;!?)\n])/.test(text.slice(place.end, place.end + 3))) ||
      (oclock !== undefined && (Boolean(at) || minute !== undefined || /^(?:uhr|o'clock)$/.test(oclock)));
    return [{ ...place, time, isPlain, isSure, isCommon: meridiem !== undefined }];
  });
}
