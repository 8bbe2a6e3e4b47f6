import { type Edit, linesOf, replaceLines, type Selected } from "./edit.ts";

export type Block = "heading" | "bullet" | "numbered" | "task" | "quote";

const markers: Record<Block, { has: RegExp; put: (index: number) => string }> = {
  heading: { has: /^#{1,6}\s+/u, put: () => "## " },
  bullet: { has: /^[-*+]\s+(?!\[[ xX]\]\s)/u, put: () => "- " },
  numbered: { has: /^\d{1,9}[.)]\s+/u, put: (index) => `${index + 1}. ` },
  task: { has: /^[-*+]\s+\[[ xX]\]\s+/u, put: () => "- [ ] " },
  quote: { has: /^>\s?/u, put: () => "> " },
};
const anyMarker = /^(?:#{1,6}\s+|[-*+]\s+\[[ xX]\]\s+|[-*+]\s+|\d{1,9}[.)]\s+)/u;

/** Makes the selected lines a heading, list or quote, or plain again when all of them are that already. */
export function toggleBlock(selected: Selected, block: Block): Edit {
  const { has, put } = markers[block];
  const { lines } = linesOf(selected);
  const said = lines.filter((line) => line.trim() !== "");
  const isThatAlready = said.length > 0 && said.every((line) => has.test(line.trimStart()));
  let count = 0;
  return replaceLines(selected, (line) => {
    if (line.trim() === "" && lines.length > 1) return line;
    const indent = /^\s*/u.exec(line)?.[0] ?? "";
    const body = line.slice(indent.length);
    if (isThatAlready) return indent + body.replace(has, "");
    // A quote may hold a list; the others replace each other.
    const bare = block === "quote" ? body : body.replace(anyMarker, "");
    count += 1;
    return indent + put(count - 1) + bare;
  });
}
