import type { Edit, Selected } from "./edit.ts";

/** Puts marks (`**`, `_`, `` ` ``) around the selection or the word at the caret, or takes them off again. */
export function toggleWrap(selected: Selected, mark: string): Edit {
  const { text } = selected;
  const { start, end } = wordsOf(selected);
  const size = mark.length;
  const picked = text.slice(start, end);
  if (start >= size && text.slice(start - size, start) === mark && text.slice(end, end + size) === mark)
    return { start: start - size, end: end + size, insert: picked, select: [start - size, end - size] };
  if (picked.length >= 2 * size && picked.startsWith(mark) && picked.endsWith(mark)) {
    const bare = picked.slice(size, picked.length - size);
    return { start, end, insert: bare, select: [start, start + bare.length] };
  }
  return { start, end, insert: mark + picked + mark, select: [start + size, end + size] };
}

/** The selection without the space around it, or the word the caret stands in. */
function wordsOf({ text, start, end }: Selected): { start: number; end: number } {
  if (start === end) {
    const before = /[\p{L}\p{N}]*$/u.exec(text.slice(0, start))?.[0].length ?? 0;
    const after = /^[\p{L}\p{N}]*/u.exec(text.slice(end))?.[0].length ?? 0;
    return before > 0 && after > 0 ? { start: start - before, end: end + after } : { start, end };
  }
  const picked = text.slice(start, end);
  const trimmed = picked.trim();
  if (trimmed === "") return { start, end };
  const from = start + picked.indexOf(trimmed);
  return { start: from, end: from + trimmed.length };
}
