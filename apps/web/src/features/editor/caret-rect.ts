import type { CaretRect } from "../../components/ui/caret-list.tsx";

const copied = [
  ...["font", "letterSpacing", "lineHeight", "padding", "border", "boxSizing", "textIndent", "tabSize"],
  ...["whiteSpace", "wordBreak", "overflowWrap"],
] as const;

/** Where on the screen a character of a text field stands: measured in a copy of it, since fields do not tell. */
export function caretRect(field: HTMLTextAreaElement, offset: number): CaretRect {
  const copy = document.createElement("div");
  const style = getComputedStyle(field);
  for (const property of copied) copy.style[property as "font"] = style[property as "font"];
  Object.assign(copy.style, { position: "absolute", visibility: "hidden", width: `${field.offsetWidth}px` });
  const mark = document.createElement("span");
  // Never empty, so that it has a place.
  mark.textContent = field.value.slice(offset, offset + 1) || ".";
  copy.append(field.value.slice(0, offset), mark);
  document.body.append(copy);
  const frame = field.getBoundingClientRect();
  const top = frame.top + mark.offsetTop - field.scrollTop;
  const rect = { left: frame.left + mark.offsetLeft, top, bottom: top + mark.offsetHeight };
  copy.remove();
  return rect;
}
