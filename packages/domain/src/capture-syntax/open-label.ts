import { type LabelKind, labelSigns, type Span } from "./capture-token.ts";

/** A label somebody is typing: its place in the text (to the end of the word) and what stands before the caret. */
export type OpenLabel = Span & { kind: LabelKind; query: string };

const open = /(?<=^|\s)([#@+])(?:["“„«]([^"“”„«»\r\n]*)|([^\s"“”„«»#@+\\]*))$/u;

/** The label being typed at the caret, if any; a digit after the sign is a number, not a label. */
export function openLabelAt(text: string, caret: number): OpenLabel | null {
  const found = open.exec(text.slice(0, caret));
  if (!found) return null;
  const [, sign, quoted, plain = ""] = found;
  const query = quoted ?? plain;
  if (quoted === undefined && /^\d+$/u.test(query)) return null;
  const kind = (Object.keys(labelSigns) as LabelKind[]).find((each) => labelSigns[each] === sign);
  if (!kind) return null;
  const rest = quoted === undefined ? /^[^\s"“”]*/u : /^[^"“”»\r\n]*["”»]|^/u;
  const end = caret + (rest.exec(text.slice(caret))?.[0].length ?? 0);
  return { kind, query, start: found.index, end };
}
