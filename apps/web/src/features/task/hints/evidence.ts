import type { TextEvidence } from "@kanban/domain/entities";

/** The sentence a hint was read from, cut around the words it goes by. */
export type EvidenceParts = { before: string; words: string; after: string };

// Enough for a sentence; a paragraph without a full stop is cut with an ellipsis.
const contextLength = 90;

function findWords(text: string, evidence: TextEvidence): number {
  if (text.slice(evidence.start, evidence.end) === evidence.text) return evidence.start;
  // The text has changed since; the words may have moved.
  return text.indexOf(evidence.text);
}

function sentenceStart(text: string, from: number): number {
  const breaks = [...text.slice(0, from).matchAll(/[.!?]\s+|\n+/gu)];
  const last = breaks.at(-1);
  return last ? last.index + last[0].length : 0;
}

function sentenceEnd(text: string, from: number): number {
  const found = /[.!?](?=\s|$)|\n/u.exec(text.slice(from));
  if (!found) return text.length;
  return from + found.index + (found[0] === "\n" ? 0 : 1);
}

/** Cuts the sentence around the evidence out of its field's text; `null` when the words are gone. */
export function evidenceParts(text: string, evidence: TextEvidence): EvidenceParts | null {
  const start = findWords(text, evidence);
  if (start < 0 || evidence.text === "") return null;
  const end = start + evidence.text.length;
  let before = text.slice(sentenceStart(text, start), start);
  let after = text.slice(end, sentenceEnd(text, end));
  if (before.length > contextLength) before = `…${before.slice(-contextLength).replace(/^\S*\s/u, "")}`;
  if (after.length > contextLength) after = `${after.slice(0, contextLength).replace(/\s\S*$/u, "")}…`;
  return { before: before.trimStart(), words: text.slice(start, end), after: after.trimEnd() };
}
