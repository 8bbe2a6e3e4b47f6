/** A field's text and selection. */
export type Selected = { text: string; start: number; end: number };
/** A replacement in a field's text, and what is selected afterwards. */
export type Edit = { start: number; end: number; insert: string; select: readonly [number, number] };

/** The text and selection after an edit. */
export function applyEdit({ text }: Selected, { start, end, insert, select }: Edit): Selected {
  return { text: text.slice(0, start) + insert + text.slice(end), start: select[0], end: select[1] };
}

/** The whole lines a selection touches; a line whose start alone is touched is not among them. */
export function linesOf({ text, start, end }: Selected): { start: number; end: number; lines: string[] } {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const last = end > start && text[end - 1] === "\n" ? end - 1 : end;
  const to = text.indexOf("\n", last);
  const until = to < 0 ? text.length : to;
  return { start: from, end: until, lines: text.slice(from, until).split("\n") };
}

/** Replaces the lines a selection touches; a caret keeps its place in its words, a selection stays around the lines. */
export function replaceLines(selected: Selected, change: (line: string, index: number) => string): Edit {
  const { start, end, lines } = linesOf(selected);
  const changed = lines.map(change);
  const insert = changed.join("\n");
  if (selected.start !== selected.end) return { start, end, insert, select: [start, start + insert.length] };
  const caret = Math.max(start, selected.start + insert.length - (end - start));
  return { start, end, insert, select: [caret, caret] };
}
