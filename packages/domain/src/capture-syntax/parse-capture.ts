import type { CaptureToken, DateReader, FoundDate, Span } from "./capture-token.ts";
import { scanSigns } from "./scan-signs.ts";

/** What a typed line says: the title that is left, and every token with its place, in order. */
export type Capture = { title: string; tokens: CaptureToken[] };

// Not to be read as dates: the characters of tokens, of addresses and of mail addresses. One sign no parser knows.
const opaque = "\uFFFC";
const addresses = /(?<=^|\s)(?:\S+:\/\/\S+|www\.\S+|[^\s@]+@[^\s@]+\.[^\s@]+)/giu;

const wordStart = /(?:^|[\s([{"'“„«])$/u;

/**
 * Reads one line of quick add. Pure: dates come from `readDates`, which knows the person's language and zone. Of
 * several dates in one role the last one holds and the others stay words. Never throws.
 */
export function parseCapture(text: string, readDates: DateReader = () => []): Capture {
  const signed = scanSigns(text);
  const masked = [...signed, ...spansOf(text, addresses)].reduce(mask, text);
  const found = masked.trim() === "" ? [] : apart(readDates(masked), text, signed);
  // A backslash that belongs to a sign or a date before it escapes nothing more.
  const isFree = (at: number) => [...signed, ...found].every(({ start, end }) => at < start || at >= end);
  const escapes = found.flatMap(({ start }) =>
    isEscapedAt(text, start) && isFree(start - 1) ? [escapeBefore(start)] : [],
  );
  const meant = found.filter(({ start }) => !isEscapedAt(text, start));
  const dates = (["defer", "due"] as const).flatMap((role) => {
    const last = meant.findLast((date) => date.role === role);
    return last ? [{ kind: role, start: last.start, end: last.end, moment: last.moment }] : [];
  });
  const tokens = [...signed, ...escapes, ...dates].sort((a, b) => a.start - b.start);
  return { title: withoutSpans(text, tokens), tokens };
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ 0: match, index }) => ({ start: index, end: index + match.length }));
}

function mask(text: string, { start, end }: Span): string {
  return text.slice(0, start) + opaque.repeat(end - start) + text.slice(end);
}

/** Dates that are words of their own and touch neither a token nor each other; a reader is not trusted with that. */
function apart(dates: readonly FoundDate[], text: string, taken: readonly Span[]): FoundDate[] {
  const kept: FoundDate[] = [];
  for (const date of dates.toSorted((a, b) => a.start - b.start)) {
    const isInside = Number.isInteger(date.start) && Number.isInteger(date.end) && date.end <= text.length;
    const isWord = isEscapedAt(text, date.start) || wordStart.test(text.slice(0, Math.max(0, date.start)));
    const isFree = [...taken, ...kept].every(({ start, end }) => date.end <= start || date.start >= end);
    if (isInside && date.start >= 0 && date.start < date.end && isFree && isWord) kept.push(date);
  }
  return kept;
}

function isEscapedAt(text: string, start: number): boolean {
  return text.charAt(start - 1) === "\\" && wordStart.test(text.slice(0, start - 1));
}

function escapeBefore(start: number): CaptureToken {
  return { kind: "escape", start: start - 1, end: start };
}

/** The text without its tokens. A token takes the space before it along, so that the sentence closes up. */
function withoutSpans(text: string, tokens: readonly CaptureToken[]): string {
  let title = "";
  let at = 0;
  for (const token of tokens) {
    const before = text.slice(at, token.start);
    title += token.kind === "escape" ? before : before.replace(/\s+$/u, "");
    at = token.end;
  }
  return (title + text.slice(at)).trim();
}
