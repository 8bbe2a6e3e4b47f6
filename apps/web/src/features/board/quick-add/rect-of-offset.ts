import type { CaretRect } from "../../../components/ui/caret-list.tsx";

/** Where on the screen a character of a mirrored text stands. */
export function rectOfOffset(mirror: HTMLElement, offset: number): CaretRect {
  const walker = document.createTreeWalker(mirror, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left < length) {
      const range = document.createRange();
      range.setStart(node, left);
      range.setEnd(node, left + 1);
      return range.getBoundingClientRect();
    }
    left -= length;
  }
  return mirror.getBoundingClientRect();
}
