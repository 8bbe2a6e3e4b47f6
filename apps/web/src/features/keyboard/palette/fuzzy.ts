/** A stretch of the original text that was found, from and to (exclusive). */
export type Range = readonly [from: number, to: number];
export type Match = { score: number; ranges: readonly Range[] };

type Folded = { text: string; at: readonly number[]; starts: ReadonlySet<number> };

// Every letter typed looks through the same thousands of titles.
const known = new Map<string, Folded>();
/** A few boards' worth; then the cache begins anew. */
const mostKnown = 20_000;

function fold(text: string): Folded {
  const before = known.get(text);
  if (before) return before;
  if (known.size >= mostKnown) known.clear();
  const folded = foldAnew(text);
  known.set(text, folded);
  return folded;
}

/** Without case and accents, each letter with its place in the original. */
function foldAnew(text: string): Folded {
  let folded = "";
  const at: number[] = [];
  const starts = new Set<number>();
  let isInWord = false;
  for (let index = 0; index < text.length;) {
    const letter = String.fromCodePoint(text.codePointAt(index) ?? 0);
    const isPlain = letter <= "\u007f";
    const plain = isPlain ? letter.toLowerCase() : letter.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const isWord = isPlain ? /[a-z0-9]/iu.test(letter) : /[\p{L}\p{N}]/u.test(letter);
    if (isWord && !isInWord) starts.add(folded.length);
    isInWord = isWord;
    for (let part = 0; part < plain.length; part += 1) at.push(index);
    folded += plain;
    index += letter.length;
  }
  at.push(text.length);
  return { text: folded, at, starts };
}

const toRange = ({ at }: Folded, from: number, length: number): Range => [at[from] ?? 0, at[from + length] ?? 0];

/** The best place of a word: the beginning of the text, of a word, or anywhere in it. */
function findWord(text: Folded, word: string): { score: number; from: number } | null {
  if (text.text.startsWith(word)) return { score: 100, from: 0 };
  for (const from of text.starts) if (text.text.startsWith(word, from)) return { score: 80, from };
  const from = text.text.indexOf(word);
  return from < 0 ? null : { score: word.length > 1 ? 50 : 20, from };
}

/** The letters of a word in their order with gaps, preferring the beginnings of words. */
function findLetters(text: Folded, word: string): Match | null {
  const places: number[] = [];
  for (const letter of word) {
    const after = (places.at(-1) ?? -1) + 1;
    const next = text.text.startsWith(letter, after) ? after : -1;
    const start = [...text.starts].find((from) => from >= after && text.text.startsWith(letter, from)) ?? -1;
    const place = places.length > 0 && next >= 0 ? next : start >= 0 ? start : text.text.indexOf(letter, after);
    // The first letter begins a word: letters out of the middle mean nothing.
    if (place < 0 || (places.length === 0 && start < 0)) return null;
    // Few letters are initials; only in longer words one may be missing.
    if (word.length <= 3 && place !== next && place !== start) return null;
    places.push(place);
  }
  const runs = places.filter((place, index) => place !== (places[index - 1] ?? Number.NaN) + 1).length;
  if (runs > Math.ceil(word.length / 2) + 1) return null;
  return { score: Math.max(1, 30 - 5 * runs), ranges: places.map((place) => toRange(text, place, 1)) };
}

function merged(ranges: readonly Range[]): Range[] {
  const all: [number, number][] = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}

/**
 * How well a text answers what was typed, and where; `null` when it does not. Without case and accents; words in any
 * order; `loose` also takes letters with gaps (`mtn` finds "Move to Next", `archve` "Archive").
 */
export function matchText(text: string, query: string, { loose = false }: { loose?: boolean } = {}): Match | null {
  const words = foldAnew(query.trim()).text.split(/\s+/u).filter(Boolean);
  if (words.length === 0) return { score: 0, ranges: [] };
  const folded = fold(text);
  const whole = words.length > 1 ? findWord(folded, words.join(" ")) : null;
  if (whole) return { score: whole.score + 10, ranges: [toRange(folded, whole.from, words.join(" ").length)] };
  let score = 0;
  const ranges: Range[] = [];
  for (const word of words) {
    const found = findWord(folded, word);
    const letters = found ? null : loose && word.length > 1 ? findLetters(folded, word) : null;
    if (!found && !letters) return null;
    score += found?.score ?? letters?.score ?? 0;
    ranges.push(...(found ? [toRange(folded, found.from, word.length)] : (letters?.ranges ?? [])));
  }
  // Of two equal ones the shorter is more of what was typed.
  return { score: score / words.length - Math.min(text.length, 100) / 50, ranges: merged(ranges) };
}
