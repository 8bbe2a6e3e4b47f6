import { parseEstimate } from "../estimate.ts";
import { limits } from "../limits.ts";
import type { CaptureToken, LabelKind } from "./capture-token.ts";

// A sign counts at the start of the text or after a space: never inside an address (a@b.c), a fragment (/page#top) or C#.
const signs = /(?<=^|\s)\\?[#@+!~]/gu;
const kindOfSign: Readonly<Record<string, LabelKind>> = { "#": "tag", "@": "context", "+": "project" };
// What may stand behind a token without being part of it: the end, a space, or punctuation.
const boundary = String.raw`(?=$|[\s.,:;!?…)\]}»"”’'])`;
// "#1" is a number in somebody's list, "+420 …" a telephone, "@5pm" a time: a name has a letter, and for + and @ first.
const tagName = new RegExp(String.raw`(?=[\p{N}_-]*[\p{L}\p{Extended_Pictographic}])${nameBody()}${boundary}`, "uy");
const otherName = new RegExp(String.raw`(?=[\p{L}\p{Extended_Pictographic}])${nameBody()}${boundary}`, "uy");
const quotedName = new RegExp(String.raw`["“”„«]([^"“”„«»\r\n]+)["“”»]${boundary}`, "uy");
const priorityWord = new RegExp(String.raw`(high|normal|low)${boundary}`, "iuy");
const estimateWord = new RegExp(
  String.raw`\d[\d.,]*(?:m|min|mins|minutes|h|hrs?|hours?)(?:\d{1,2}(?:m|min)?)?${boundary}`,
  "iuy",
);

/** Letters, digits and a few joiners; a joiner at the end belongs to the sentence ("#errand."). */
function nameBody(): string {
  const inner = String.raw`[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\u200d\ufe0f_]`;
  return String.raw`(${inner}+(?:[-/.&'’]+${inner}+)*)`;
}

/** Every token written with a sign (`#tag @context +project !high ~30m`), in order; and backslashes that undo one. */
export function scanSigns(text: string): CaptureToken[] {
  const tokens: CaptureToken[] = [];
  for (const { 0: lead, index } of text.matchAll(signs)) {
    if (index < (tokens.at(-1)?.end ?? 0)) continue;
    const isEscaped = lead.length > 1;
    const read = readAt(text, index + lead.length - 1);
    if (!read) continue;
    tokens.push(isEscaped ? { kind: "escape", start: index, end: index + 1 } : read);
  }
  return tokens;
}

function readAt(text: string, start: number): CaptureToken | null {
  const sign = text.charAt(start);
  const from = start + 1;
  if (sign === "!") {
    const found = matchAt(priorityWord, text, from);
    const priority = found?.[1]?.toLowerCase() as "high" | "normal" | "low" | undefined;
    return found && priority ? { kind: "priority", priority, start, end: from + found[0].length } : null;
  }
  if (sign === "~") {
    const found = matchAt(estimateWord, text, from);
    const minutes = found && parseEstimate(found[0]);
    return found && minutes ? { kind: "estimate", minutes, start, end: from + found[0].length } : null;
  }
  const found = matchAt(quotedName, text, from) ?? matchAt(sign === "#" ? tagName : otherName, text, from);
  const name = found?.[1]?.trim() ?? "";
  const kind = kindOfSign[sign];
  if (!found || !kind || name === "" || name.length > limits.name || !name.isWellFormed() || name.includes("\0"))
    return null;
  return { kind, name, start, end: from + found[0].length };
}

function matchAt(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}
