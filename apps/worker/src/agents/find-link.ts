import { limits } from "@kanban/domain/limits";

const link = /https?:\/\/[^\s<>"'`\\^{|}]+/iu;
/** What ends a sentence and no address, unless a bracket of the address itself closes there. */
const tail = /[.,;:!?…'"”»]+$/u;

const brackets = [
  ["(", ")"],
  ["[", "]"],
] as const;

/** The first web address of a text as it stands there; `null` when there is none a page could be read from. */
export function findLink(text: string): string | null {
  for (const word of text.matchAll(new RegExp(link, "giu"))) {
    const url = withoutTail(word[0]);
    if (url.length <= limits.hintText && URL.canParse(url)) return url;
  }
  return null;
}

function withoutTail(word: string): string {
  let url = word.replace(tail, "");
  // "(see https://example.org)" and Markdown's "[here](https://example.org)".
  for (const [open, close] of brackets) {
    const count = (char: string) => url.split(char).length - 1;
    while (url.endsWith(close) && count(close) > count(open)) url = url.slice(0, -1).replace(tail, "");
  }
  return url;
}
