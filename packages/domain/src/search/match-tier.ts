import { isNear } from "./near-words.ts";

/**
 * How well a task answers a query, the best first: its number; exactly its title; all words in the title; all begin
 * words of the title; all begin words of the task, checklist and notes included; with slips in the title forgiven.
 */
export const matchTiers = ["number", "title", "title-words", "title-starts", "anywhere", "near"] as const;
export type MatchTier = (typeof matchTiers)[number];

/** The tier of folded texts; `null` when some word is not found. `body` is what was read of notes and checklist. */
export function matchTier(title: string, body: string, words: readonly string[]): MatchTier | null {
  if (words.length === 0) return null;
  if (title === words.join(" ")) return "title";
  const own = title.split(" ");
  if (words.every((word) => own.includes(word))) return "title-words";
  if (words.every((word) => own.some((each) => each.startsWith(word)))) return "title-starts";
  const all = [...own, ...body.split(" ")];
  if (words.every((word) => all.some((each) => each.startsWith(word)))) return "anywhere";
  const isFound = (word: string) => all.some((each) => each.startsWith(word)) || own.some((each) => isNear(word, each));
  return words.every(isFound) ? "near" : null;
}
