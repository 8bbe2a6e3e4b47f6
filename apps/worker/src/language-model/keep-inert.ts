/** Anything that leads somewhere: addresses with a scheme, `www.`, mail addresses, bare hosts. */
const leads =
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/\S+|\bwww\.\S+|\S+@\S+\.\S+|\b(?:javascript|data|vbscript|file|mailto|tel):\S*|\b(?:[a-z0-9-]+\.)+[a-z]{2,24}\/\S*/giu;
/** Marks that a renderer, a shell or our own quick add would make something of. */
const marks = /<\/?[a-z!][^>]*>?|!?\[[^\]]*\]\([^)]*\)?|```|\{\{|\}\}|\$\{|<<|>>/giu;
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;

/**
 * What a model said, as words that can do nothing: one line, no markup, no address of any kind,
 * cut to `most`. `null` when nothing is left, or when most of it had to go: then it was no sentence about the task.
 * This is the guard against instructions in texts: whatever the model was talked into, only this comes out, as a proposal
 * that a person reads before it is applied.
 */
export function keepInert(said: string, most: number): string | null {
  const line = said
    .toWellFormed()
    .replace(/[\r\n\t]+/gu, " ")
    .replace(invisible, "")
    .replace(leads, "")
    .replace(marks, "")
    .replace(/\s+/gu, " ")
    .trim();
  if (!/\p{L}/u.test(line) || line.length < said.trim().length / 2) return null;
  if (line.length <= most) return line;
  return `${line.slice(0, most - 1).replace(/\s+\S*$/u, "")}…`;
}
