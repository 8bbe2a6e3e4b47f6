import { limits } from "@kanban/domain/limits";

/** What a list looks like when it comes from a note or a mail: bullets, numbers, tick boxes. */
const bullet = /^\s*(?:[-*•–]\s+(?:\[[ xX]?\]\s*)?|\d{1,3}[.)]\s+|\[[ xX]?\]\s*)/;

/** The titles in a pasted text, one for each line that says something; list marks are taken off. */
export function splitPaste(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => cleanTitle(line.replace(bullet, "")))
    .filter((line) => line !== "");
}

/** A pasted text as one title. */
export function joinPaste(text: string): string {
  return cleanTitle(text);
}

function cleanTitle(text: string): string {
  return text.replaceAll("\0", "").replaceAll(/\s+/g, " ").trim().slice(0, limits.title).toWellFormed();
}
