import { limits } from "@kanban/domain/limits";
import { z } from "zod";

/** What is kept of a page. Texts are plain words of one line, cut to what a hint may carry. */
export const pageFactsSchema = z.object({
  title: z.string(),
  site: z.string(),
  extract: z.string(),
  words: z.int().nonnegative(),
});
export type PageFacts = z.infer<typeof pageFactsSchema>;

/** Two or three sentences: what a page is about, not the page. */
const extractLength = 400;

/** Facts from what a reader found, whatever that is; `null` when the page has no title that says something. */
export function pageFacts(found: {
  title?: string | null | undefined;
  site?: string | null | undefined;
  extract?: string | null | undefined;
  text: string;
}): PageFacts | null {
  const title = oneLine(found.title, limits.title);
  if (title === "") return null;
  const text = oneLine(found.text, found.text.length);
  return {
    title,
    site: oneLine(found.site, limits.name),
    extract: oneLine(found.extract || text, extractLength),
    words: countWords(text),
  };
}

/** Spaces and controls become single spaces; cut at a word. */
function oneLine(text: string | null | undefined, most: number): string {
  const line = (text ?? "")
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, " ")
    .trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1).replace(/\s+\S*$/u, "");
  return `${(cut || line.slice(0, most - 1)).toWellFormed()}…`;
}

/** Words between spaces; of scripts without spaces, two characters count as one. */
function countWords(text: string): number {
  const dense = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length + Math.floor(dense / 2);
}
