import type { CaptureToken, LabelKind, Span } from "./capture-token.ts";
import { labelSigns } from "./capture-token.ts";
import { scanSigns } from "./scan-signs.ts";

/** A label as it is typed: with its sign, in quotes where its name needs them. */
export function writeLabel(kind: LabelKind, name: string): string {
  const plain = labelSigns[kind] + name;
  const [token] = scanSigns(plain);
  const isReadWhole = token?.kind === kind && token.start === 0 && token.end === plain.length;
  return isReadWhole ? plain : `${labelSigns[kind]}"${name.replaceAll(/["“”„«»]/gu, "'")}"`;
}

/** The text once a token's effect is taken away: a sign goes with its word, a date stays as plain words. */
export function withoutToken(text: string, token: CaptureToken): { edit: Span; insert: string } {
  if (token.kind === "due" || token.kind === "defer")
    return { edit: { start: token.start, end: token.start }, insert: "\\" };
  const lead = /\s$/u.test(text.slice(0, token.start)) ? 1 : 0;
  const tail = lead === 0 && /^\s/u.test(text.slice(token.end)) ? 1 : 0;
  return { edit: { start: token.start - lead, end: token.end + tail }, insert: "" };
}
