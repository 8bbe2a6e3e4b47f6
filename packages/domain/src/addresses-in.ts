const address = /https?:\/\/[^\s<>"'`\\^{|}]+/giu;
/** What ends a sentence and no address, unless a bracket of the address itself closes there. */
const tail: ReadonlySet<string> = new Set(".,;:!?…'\"”»");

const brackets = [
  ["(", ")"],
  ["[", "]"],
] as const;

/** The web addresses of a text as they stand there, in their order, without what ends the sentence around them. */
export function* addressesIn(text: string): Generator<string> {
  for (const [word] of text.matchAll(address)) {
    const url = withoutTail(word);
    if (URL.canParse(url)) yield url;
  }
}

/** A text may be a single word: each character is looked at a few times, not once for every other. */
function withoutTail(word: string): string {
  let end = tailStart(word, word.length);
  // "(see https://example.org)" and Markdown's "[here](https://example.org)".
  for (const [open, close] of brackets) {
    let surplus = count(word, close) - count(word, open);
    while (surplus > 0 && word[end - 1] === close) {
      surplus -= 1;
      end = tailStart(word, end - 1);
    }
  }
  return word.slice(0, end);
}

/** No pattern: it would look at each point of a long row anew. */
function tailStart(word: string, end: number): number {
  let start = end;
  while (tail.has(word.charAt(start - 1))) start -= 1;
  return start;
}

function count(word: string, sign: string): number {
  return word.split(sign).length - 1;
}
