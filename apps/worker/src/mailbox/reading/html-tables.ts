import type TurndownService from "turndown";

/** What is asked of the tree; the types of a browser are not known here. */
type Tree = {
  nodeName: string;
  parentNode: Tree | null;
  children: ArrayLike<Tree>;
  querySelector(selector: string): Tree | null;
  querySelectorAll(selector: string): ArrayLike<Tree>;
};

/** Ends a cell until its row is put together; no text of a page holds this sign. */
const cellEnd = "\0";
/** More columns than fit a phone are read as lines. */
const mostColumns = 6;

/**
 * How tables of a mail are read. One with a row of headings, such as an invoice, stays a table. All others are how mails
 * arrange their parts: the words of a row's cells stand in one line, and whole paragraphs below each other.
 */
export function readTables(reader: TurndownService): void {
  // Asked for each of its rows, told once: a mail may have thousands.
  const heads = new Map<Tree, Tree | null>();
  const headOf = (part: TurndownService.Node): Tree | null => {
    const table = tableOf(part as unknown as Tree);
    if (!table) return null;
    if (!heads.has(table)) heads.set(table, findHead(table));
    return heads.get(table) ?? null;
  };
  reader.addRule("cell", { filter: ["td", "th"], replacement: (content) => `${content.trim()}${cellEnd}` });
  reader.addRule("row", {
    filter: "tr",
    replacement: (content, row) => {
      const cells = content.split(cellEnd).slice(0, -1);
      const head = headOf(row);
      if (!head) return `\n\n${partsOf(cells)}\n\n`;
      return head === (row as unknown as Tree) ? line(cells) + line(cells.map(() => "---")) : line(cells);
    },
  });
  reader.addRule("rows", {
    filter: ["thead", "tbody", "tfoot"],
    replacement: (content, rows) => (headOf(rows) ? content : `\n\n${content}\n\n`),
  });
}

function partsOf(cells: string[]): string {
  const said = cells.filter((cell) => cell !== "");
  return said.join(said.some((cell) => cell.includes("\n")) ? "\n\n" : " · ");
}

function line(cells: string[]): string {
  const words = cells.map((cell) => cell.replace(/\s+/g, " ").replaceAll(/(?<!\\)\|/g, "\\|"));
  return `| ${words.join(" | ")} |\n`;
}

/** The row of headings of a plain grid; `null` for a table in which something is arranged. */
function findHead(table: Tree): Tree | null {
  if (table.querySelector("table, [colspan], [rowspan]")) return null;
  const [head, ...rows] = Array.from(table.querySelectorAll("tr"));
  if (!head || rows.length === 0) return null;
  const headings = Array.from(head.children);
  const isGrid =
    headings.length >= 2 &&
    headings.length <= mostColumns &&
    headings.every(({ nodeName }) => nodeName === "TH") &&
    rows.every(({ children }) => children.length === headings.length);
  return isGrid ? head : null;
}

function tableOf(part: Tree): Tree | null {
  let node: Tree | null = part;
  while (node && node.nodeName !== "TABLE") node = node.parentNode;
  return node;
}
