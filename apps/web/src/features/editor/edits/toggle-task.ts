const box = /^(\s*(?:>\s?)*(?:[-*+]|\d{1,9}[.)])\s+\[)([ xX])(?=\])/u;

/** Ticks or unticks the task item that begins at `offset` of the source, and changes nothing else; `null` when there is none. */
export function toggleTask(text: string, offset: number): string | null {
  const found = box.exec(text.slice(offset));
  const [, lead = "", tick] = found ?? [];
  if (!found) return null;
  const at = offset + lead.length;
  return text.slice(0, at) + (tick === " " ? "x" : " ") + text.slice(at + 1);
}
