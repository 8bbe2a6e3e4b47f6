import { holdsMailAddress } from "../agents/holds-mail-address.ts";

/** What else leads somewhere: addresses with a scheme, `www.`, bare hosts, looked for once in a row of letters. */
const leads =
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/\S+|\bwww\.\S+|\b(?:javascript|data|vbscript|file|mailto|tel):\S*|(?<![a-z0-9.-])[a-z0-9.-]+\.[a-z]{2,24}\/\S*/giu;
/** Marks that a renderer, a shell or our own quick add would make something of. */
const marks = /<\/?[a-z!][^>]*>?|!?\[[^\]]*\]\([^)]*\)?|```|\{\{|\}\}|\$\{|<<|>>/giu;
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;

/**
 * So many times the most is read of what was said. Half of that stays or nothing does, which is more than the most: an
 * address cut in half at its end does not come out.
 */
const timesRead = 4;

/**
 * What a model said, as words that can do nothing: one line, no markup, no address of any kind,
 * cut to `most`. `null` when nothing is left, or when most of it had to go: then it was no sentence about the task.
 * This is the guard against instructions in texts: whatever the model was talked into, only this comes out, as a proposal
 * that a person reads before it is applied.
 */
export function keepInert(said: string, most: number): string | null {
  const read = said.trim().slice(0, timesRead * most);
  const line = read
    .toWellFormed()
    .replace(/[\r\n\t]+/gu, " ")
    .replace(invisible, "")
    .replace(/\S+/gu, (word) => (holdsMailAddress(word) ? "" : word))
    .replace(leads, "")
    .replace(marks, "")
    .replace(/\s+/gu, " ")
    .trim();
  if (!/\p{L}/u.test(line) || line.length < read.length / 2) return null;
  if (line.length <= most) return line;
  return `${line.slice(0, most - 1).replace(/\s+\S*$/u, "")}…`;
}
