import { holdsMailAddress } from "./holds-mail-address.ts";

/** Up to the marks of code, which may hold more words than one. */
const word = /[^\s`]+/gu;
// Digits in these are addresses and code, not appointments.
const notProse = /```[\s\S]*?(?:```|$)|`[^`\n]*`|\]\([^)\n]*\)|\b(?:https?:\/\/|www\.)\S+/gi;

/** Blanks out links, mail addresses and code; every character that stays keeps its offset. */
export function maskText(text: string): string {
  return text.replace(word, (match) => (holdsMailAddress(match) ? blank(match) : match)).replace(notProse, blank);
}

function blank(match: string): string {
  return " ".repeat(match.length);
}
