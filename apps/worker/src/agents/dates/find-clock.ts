import type { DateReader } from "./date-reader.ts";
import type { FoundDate, Writer } from "./found-date.ts";
import { isAhead, momentAt } from "./moment-at.ts";
import { readClocks } from "./read-clocks.ts";

const clockConfidence = 0.6;
/** Before a time these say from when or until when something is open. */
const rangeBefore =
  /(?:[-–]|\b(?:bis|und|von|ab|zwischen|de|desde|hasta|entre|et|y|do|od|tot|van|da|dalle|das|e|ate))\s*$/;

/** "Um 15 Uhr anrufen": today, or tomorrow when it has passed. English ones are the parser's. */
export function findClock(text: string, reader: DateReader, writer: Writer): FoundDate[] {
  const [clock, ...more] = readClocks(text, reader).filter(({ isSure, isCommon }) => isSure && !isCommon);
  if (!clock || more.length > 0) return [];
  const before = text.slice(Math.max(0, clock.start - 12), clock.start);
  if (rangeBefore.test(before)) return [];
  const today = writer.writtenAt.toPlainDate();
  const [first, second] = [0, 1].map((days) => momentAt(writer, today.add({ days }), clock.time));
  const moment = [first, second].find((one) => one !== undefined && isAhead(one, writer));
  const { start, end } = clock;
  return moment ? [{ role: "due", moment, start, end, confidence: clockConfidence }] : [];
}
