/** Splits at the commas that stand in no parentheses and no quotes. */
export function splitList(text: string): string[] {
  const items = [""];
  let depth = 0;
  for (const [piece] of text.matchAll(/"[^"]*"|[^"]/g)) {
    if (piece === "," && depth === 0) items.push("");
    else items[items.length - 1] += piece;
    if (piece === "(" || piece === "[") depth += 1;
    if (piece === ")" || piece === "]") depth -= 1;
  }
  return items.map((item) => item.trim());
}
