import { fold } from "../agents/fold.ts";

/** One feature of a text: what it is counted under, and the word it came from, as it was written. */
export type Token = { stem: string; word: string };

/** Features of one text: a title with a few lines of notes. More would drown the title, and a memory must be bounded. */
const tokensPerText = 40;
/** Of notes the beginning says what the task is about. */
const notesRead = 400;

/** Scripts that write no spaces. Most words of Chinese and Japanese have two characters, those of the others more. */
const unspaced = [
  { script: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu, size: 2 },
  { script: /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{M}]+/gu, size: 3 },
];
const anyUnspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const links = /https?:\/\/(?:www\.)?([^\s/?#:]+)\S*/gi;
const words = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** What a title and the beginning of its notes are remembered by, each feature once, in the order of the text. */
export function tokensOf(title: string, notes = ""): Token[] {
  const tokens = new Map<string, Token>();
  const add = (stem: string, word: string) => {
    if (!tokens.has(stem) && tokens.size < tokensPerText) tokens.set(stem, { stem, word });
  };
  const text = `${title}\n${notes.slice(0, notesRead)}`;
  // Of a link the site says most.
  for (const [, site = ""] of text.matchAll(links)) add(`//${site.toLowerCase()}`, site.toLowerCase());
  for (const [word] of text.replaceAll(links, " ").matchAll(words)) {
    if (anyUnspaced.test(word)) addPieces(word, add);
    else for (const stem of stemsOf(word)) add(stem, word);
  }
  return [...tokens.values()];
}

function addPieces(word: string, add: (stem: string, word: string) => void): void {
  for (const { script, size } of unspaced) {
    for (const [run] of word.matchAll(script)) {
      const letters = Array.from(run);
      if (letters.length <= size) add(run, run);
      else
        for (let at = 0; at + size <= letters.length; at++) {
          const piece = letters.slice(at, at + size).join("");
          add(piece, piece);
        }
    }
  }
}

/**
 * A word without what inflection changes in most languages written with letters: accents, final vowels and s, and all
 * beyond the sixth letter. A long word is also known by its end, which in a compound is what it is about. Numbers say
 * nothing about the next task, nor does a single letter.
 */
function stemsOf(word: string): string[] {
  const folded = fold(word).replaceAll("ß", "ss").replaceAll("ø", "o").replaceAll("đ", "d");
  if (/^\p{N}+$/u.test(folded) || folded.length < 2) return [];
  let end = folded.length;
  while (end > 4 && "aeiouys".includes(folded[end - 1] ?? "")) end -= 1;
  const stem = folded.slice(0, end);
  return stem.length < 10 ? [stem.slice(0, 6)] : [stem.slice(0, 6), `~${stem.slice(-5)}`];
}
