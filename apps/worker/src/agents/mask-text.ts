// Digits in these are addresses and code, not appointments.
const notProse = /```[\s\S]*?(?:```|$)|`[^`\n]*`|\]\([^)\n]*\)|\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/gi;

/** Blanks out links, mail addresses and code; every character that stays keeps its offset. */
export function maskText(text: string): string {
  return text.replace(notProse, (match) => " ".repeat(match.length));
}
