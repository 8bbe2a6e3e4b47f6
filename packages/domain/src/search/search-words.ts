import { limits } from "../limits.ts";
import { foldText } from "./fold-text.ts";

/** The words of a query, folded; all of them have to be found. */
export function searchWords(query: string): string[] {
  const words = foldText(query).split(" ").filter(Boolean);
  return [...new Set(words)].slice(0, limits.searchWords);
}

/** The task a query names by its number: `HOME-12`, `#12` or `12`. */
export function taskNumberIn(query: string): { key: string | null; number: number } | null {
  const found = /^\s*(?:([a-z][a-z0-9]{0,9})-|#)?([1-9][0-9]{0,8})\s*$/iu.exec(query);
  return found ? { key: found[1]?.toUpperCase() ?? null, number: Number(found[2]) } : null;
}
