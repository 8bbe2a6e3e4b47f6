import type { Edit, Selected } from "./edit.ts";

const address = /^(?:https?:\/\/|mailto:)\S+$/iu;

/** Makes the selection a link and selects what is missing: the address, or the words for a selected address. */
export function makeLink({ text, start, end }: Selected): Edit {
  const picked = text.slice(start, end);
  if (address.test(picked)) return { start, end, insert: `[](${picked})`, select: [start + 1, start + 1] };
  const insert = `[${picked}]()`;
  const caret = picked === "" ? start + 1 : start + insert.length - 1;
  return { start, end, insert, select: [caret, caret] };
}

/** An address pasted over words makes them a link; `null` when it is no address or there are no words. */
export function pasteLink({ text, start, end }: Selected, pasted: string): Edit | null {
  const target = pasted.trim();
  const picked = text.slice(start, end);
  if (!address.test(target) || picked.trim() === "" || /[\r\n[\]]/u.test(picked) || address.test(picked)) return null;
  const insert = `[${picked}](${target.replaceAll("(", "%28").replaceAll(")", "%29")})`;
  return { start, end, insert, select: [start + insert.length, start + insert.length] };
}
