import { limits } from "./limits.ts";
import { lineText } from "./text.ts";

/** What a name must not have: control characters, and those that turn the direction of text and so hide an ending. */
const hidden = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu;

/**
 * A file's name as data to show and to offer for saving: without folders, whatever separates them, and without what
 * cannot be seen. At most `limits.fileName` long, its ending kept; "file" when nothing is left.
 */
export function cleanFileName(given: string): string {
  const name = given
    .replace(hidden, "")
    .replace(/^.*[/\\]/, "")
    .trim();
  if (/^\.*$/.test(name)) return "file";
  if (name.length <= limits.fileName) return name;
  const ending = /\.[^.]{1,15}$/.exec(name)?.[0] ?? "";
  return `${name.slice(0, limits.fileName - ending.length)}${ending}`.toWellFormed();
}

/** A name somebody gives a file. */
export const fileName = lineText(limits.fileName).transform(cleanFileName);
