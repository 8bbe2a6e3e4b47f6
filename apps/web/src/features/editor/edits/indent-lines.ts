import { type Edit, linesOf, replaceLines, type Selected } from "./edit.ts";

const listLine = /^\s*(?:>\s?)*(?:[-*+]|\d{1,9}[.)])\s/u;

/**
 * Moves list items one level in or out; `null` where there is no list, so that Tab leaves the field as everywhere.
 * A level is as wide as the marker above: three under "1. ", else two.
 */
export function indentLines(selected: Selected, way: "in" | "out"): Edit | null {
  const { lines } = linesOf(selected);
  if (!lines.some((line) => listLine.test(line))) return null;
  return replaceLines(selected, (line) => {
    if (line.trim() === "") return line;
    const width = /^\s*\d/u.test(line) ? 3 : 2;
    if (way === "in") return " ".repeat(width) + line;
    return line.replace(new RegExp(String.raw`^(?:\t| {1,${width}})`, "u"), "");
  });
}
