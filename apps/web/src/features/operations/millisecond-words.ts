import { ageWords } from "./age-words.ts";

/** A short span with as many figures as mean something: "7 ms", "240 ms", "1.4 s", "3 min". */
export function millisecondWords(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 9_950) return `${(milliseconds / 1_000).toFixed(1)} s`;
  return ageWords(milliseconds / 1_000);
}
