/** What a text may refer to: the address of a task by its number (`null` when there is none), and people by name. */
export type References = {
  boardKey: string;
  taskOf: (number: number, isNamed: boolean) => { path: string; title: string | undefined } | null;
  people: readonly string[];
};

/** As much of a Markdown tree as is looked at here. */
type Node = { type: string; value?: string; url?: string; title?: string | null; data?: object; children?: Node[] };

const leftAlone = new Set(["link", "linkReference", "code", "inlineCode", "image", "html"]);

/** For react-markdown: `HOME-12`, `#12` and `@Ada` in running text become links and mentions. */
export function remarkReferences(references: References) {
  const pattern = patternOf(references);
  const visit = (node: Node): void => {
    if (!node.children || leftAlone.has(node.type)) return;
    node.children = node.children.flatMap((child) => {
      if (child.type === "text") return split(child.value ?? "", pattern, references);
      visit(child);
      return [child];
    });
  };
  return (tree: Node) => visit(tree);
}

function patternOf({ boardKey, people }: References): RegExp {
  const names = people
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
    .join("|");
  const mention = names === "" ? "" : String.raw`|(?<person>@(?:${names}))(?![\p{L}\p{N}])`;
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}/&#-])(?:(?<task>(?:${boardKey}-|#)(?<number>[1-9]\d{0,8}))(?![\p{L}\p{N}-])${mention})`,
    "gu",
  );
}

function split(text: string, pattern: RegExp, { taskOf }: References): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const { 0: whole, index, groups } of text.matchAll(pattern)) {
    const made = groups?.["person"]
      ? { type: "mention", data: { hName: "span", hProperties: { className: "mention" } }, children: [said(whole)] }
      : linkTo(taskOf(Number(groups?.["number"]), !whole.startsWith("#")), whole);
    if (!made) continue;
    nodes.push(said(text.slice(at, index)), made);
    at = index + whole.length;
  }
  return [...nodes, said(text.slice(at))].filter(({ type, value }) => type !== "text" || value !== "");
}

function linkTo(task: ReturnType<References["taskOf"]>, words: string): Node | null {
  return task && { type: "link", url: task.path, title: task.title ?? null, children: [said(words)] };
}

function said(value: string): Node {
  return { type: "text", value };
}
