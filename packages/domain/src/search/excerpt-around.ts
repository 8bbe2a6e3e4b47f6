import { findMarks, type Mark } from "./find-marks.ts";

/** A piece of a longer text with what was searched marked in it: data, never markup. */
export type Excerpt = { text: string; marks: Mark[] };

/** Characters before the first mark and in all: two lines on a phone. */
const before = 40;
const length = 160;

/** The piece of a text around the first searched word; `null` when there is none in it. */
export function excerptAround(text: string, words: readonly string[]): Excerpt | null {
  const [first] = findMarks(text, words);
  if (!first) return null;
  const from = startOf(text, first[0]);
  const to = endOf(text, from);
  const piece = text.slice(from, to).replaceAll(/\s/gu, " ");
  const shown = `${from > 0 ? "…" : ""}${piece}${to < text.length ? "…" : ""}`;
  return { text: shown, marks: findMarks(shown, words) };
}

function startOf(text: string, mark: number): number {
  if (mark <= before) return 0;
  const space = text.slice(mark - before, mark).search(/\s/u);
  return space === -1 ? mark : mark - before + space + 1;
}

function endOf(text: string, from: number): number {
  const end = from + length;
  if (end >= text.length) return text.length;
  const space = text.lastIndexOf(" ", end);
  const cut = space > from + length / 2 ? space : end;
  // Not between the halves of one character.
  return /[\uDC00-\uDFFF]/u.test(text[cut] ?? "") ? cut - 1 : cut;
}
