import type { Edit, Selected } from "./edit.ts";

const item = /^(?<indent>\s*)(?<quote>(?:>\s?)*)(?:(?<bullet>[-*+]|\d{1,9}[.)])(?<gap>\s+)(?<box>\[[ xX]\]\s+)?)?/u;

/**
 * What Enter does in a list or quote: the next item, with the next number or an empty box; in an empty item the list
 * steps out by one level or ends. `null` outside of lists, where Enter is just Enter.
 */
export function continueList({ text, start, end }: Selected): Edit | null {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  if (start !== end || isInCode(text.slice(0, from))) return null;
  const before = text.slice(from, start);
  const until = text.indexOf("\n", start);
  const after = text.slice(start, until < 0 ? text.length : until);
  const found = item.exec(before);
  const { indent = "", quote = "", bullet, gap = " ", box } = found?.groups ?? {};
  const marker = found?.[0] ?? "";
  if (quote === "" && bullet === undefined) return null;
  if (before.slice(marker.length).trim() === "" && after.trim() === "") {
    const left = bullet === undefined || indent === "" ? "" : `${indent.slice(2)}${before.slice(indent.length)}`;
    return { start: from, end: start, insert: left, select: [from + left.length, from + left.length] };
  }
  const next = bullet === undefined ? "" : nextBullet(bullet) + gap + (box === undefined ? "" : "[ ] ");
  const insert = `\n${indent}${quote}${next}`;
  return { start, end, insert, select: [start + insert.length, start + insert.length] };
}

function nextBullet(bullet: string): string {
  const number = Number.parseInt(bullet, 10);
  return Number.isNaN(number) ? bullet : `${number + 1}${bullet.at(-1) ?? "."}`;
}

/** True after an opened and not closed code fence. */
function isInCode(before: string): boolean {
  return (before.match(/^\s*(?:```|~~~)/gmu)?.length ?? 0) % 2 === 1;
}
